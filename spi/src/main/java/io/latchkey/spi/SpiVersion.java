package io.latchkey.spi;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this SPI: the first two numbers of the release of {@code latchkey-spi}.
 *
 * <p>A minor version adds types, and methods with a default; a major version may take some away.
 * The jar of a provider states in its manifest which one it was built for, as {@value #ATTRIBUTE};
 * the number of the release, such as {@code 0.1.0}, will do.
 *
 * @param major 0 or more
 * @param minor 0 or more
 */
public record SpiVersion(int major, int minor) {

  /** The attribute of a manifest by which a jar states the version that it was built for. */
  public static final String ATTRIBUTE = "Latchkey-SPI-Version";

  private static final SpiVersion CURRENT = new SpiVersion(0, 1);

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})(?:[.-][0-9A-Za-z.-]*)?");

  /** Refuses negative numbers. */
  public SpiVersion {
    if (major < 0 || minor < 0) {
      throw new IllegalArgumentException("major and minor must not be negative");
    }
  }

  /**
   * The version that this class is part of. A method, so that the number is not compiled into those
   * who ask for it.
   *
   * @return the version that is there at run time
   */
  public static SpiVersion current() {
    return CURRENT;
  }

  /**
   * Reads a version.
   *
   * @param text two numbers with a dot between them; what follows after another dot or a dash does
   *     not count
   * @return the version
   * @throws IllegalArgumentException if the text is not of the form
   */
  public static SpiVersion parse(String text) {
    Matcher matcher = FORM.matcher(requireNonNull(text, "text"));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("text is not a version: \"" + text + "\"");
    }
    return new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Whether a provider that was built for another version works with this one.
   *
   * @param builtFor what the provider was built for
   * @return true if the major version is the same, and the minor version not greater
   */
  public boolean serves(SpiVersion builtFor) {
    return builtFor.major == major && builtFor.minor <= minor;
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
