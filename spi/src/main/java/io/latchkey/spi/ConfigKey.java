package io.latchkey.spi;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One key of a configuration: its name, how its text is read, what it is without one, and a line
 * that explains it to an operator.
 *
 * <pre>{@code
 * static final ConfigKey<Integer> POOL_SIZE =
 *     ConfigKey.integer("pool-size", 1, 1000, "connections kept to the database").withDefault("8");
 * }</pre>
 *
 * @param name lower case words of letters, digits and {@code -}, joined by dots. A name that ends
 *     in {@code .*} is a family: any one more word may stand for the star, and {@link
 *     ProviderConfig#family} reads all of them
 * @param description one line for an operator
 * @param defaultText the text that stands for an absent one; absent if the key has no default
 * @param secret whether the value is a secret: it is never printed and is not taken from the
 *     command line
 * @param parser reads the text; throws {@link IllegalArgumentException} with the end of the
 *     sentence "the value of key …"
 * @param <T> the type of the value
 */
public record ConfigKey<T>(
    String name,
    String description,
    Optional<String> defaultText,
    boolean secret,
    Function<String, T> parser) {

  private static final Duration LONGEST = Duration.ofDays(365);

  private static final String NAME = "[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*(\\.\\*)?";

  /** Refuses null components and names that are not of the form. */
  public ConfigKey {
    requireNonNull(description, "description");
    requireNonNull(defaultText, "defaultText");
    requireNonNull(parser, "parser");
    if (!requireNonNull(name, "name").matches(NAME)) {
      throw new IllegalArgumentException("name is not a configuration key: " + name);
    }
  }

  /**
   * A key whose value is its text.
   *
   * @param name the name
   * @param description one line for an operator
   * @return a key without a default
   */
  public static ConfigKey<String> string(String name, String description) {
    return new ConfigKey<>(name, description, Optional.empty(), false, Function.identity());
  }

  /**
   * A key whose value is a secret text.
   *
   * @param name the name
   * @param description one line for an operator
   * @return a key without a default
   */
  public static ConfigKey<String> secret(String name, String description) {
    return new ConfigKey<>(name, description, Optional.empty(), true, Function.identity());
  }

  /**
   * A key whose value is a whole number.
   *
   * @param name the name
   * @param min the smallest value that is allowed
   * @param max the largest value that is allowed
   * @param description one line for an operator
   * @return a key without a default
   */
  public static ConfigKey<Integer> integer(String name, int min, int max, String description) {
    return new ConfigKey<>(
        name, description, Optional.empty(), false, text -> parseInteger(text, min, max));
  }

  /**
   * A key whose value is {@code true} or {@code false}.
   *
   * @param name the name
   * @param description one line for an operator
   * @return a key without a default
   */
  public static ConfigKey<Boolean> flag(String name, String description) {
    return new ConfigKey<>(name, description, Optional.empty(), false, ConfigKey::parseFlag);
  }

  /**
   * A key whose value is a span of time in whole milliseconds, from zero to 365 days, as ISO 8601
   * writes it: {@code PT1.5S}, {@code PT10M}, {@code P1D}.
   *
   * @param name the name
   * @param description one line for an operator
   * @return a key without a default
   */
  public static ConfigKey<Duration> duration(String name, String description) {
    return new ConfigKey<>(name, description, Optional.empty(), false, ConfigKey::parseDuration);
  }

  /**
   * A key whose value is the path of a file or folder; a relative one is relative to the working
   * directory of the process.
   *
   * @param name the name
   * @param description one line for an operator
   * @return a key without a default
   */
  public static ConfigKey<Path> path(String name, String description) {
    return new ConfigKey<>(name, description, Optional.empty(), false, Path::of);
  }

  /**
   * The same key with a default.
   *
   * @param text the text that stands for an absent one
   * @return a new key
   */
  public ConfigKey<T> withDefault(String text) {
    return new ConfigKey<>(name, description, Optional.of(text), secret, parser);
  }

  /**
   * Whether the key is a family, that is, its name ends in {@code .*}.
   *
   * @return true for a family
   */
  public boolean isFamily() {
    return name.endsWith(".*");
  }

  private static Integer parseInteger(String text, int min, int max) {
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(range(min, max), e);
    }
    throw new IllegalArgumentException(range(min, max));
  }

  private static String range(int min, int max) {
    return "must be a whole number from " + min + " to " + max;
  }

  private static Boolean parseFlag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static Duration parseDuration(String text) {
    Duration value;
    try {
      value = Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be an ISO 8601 duration such as PT10S", e);
    }
    if (value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("must be from PT0S to " + LONGEST);
    }
    if (value.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException("must be in whole milliseconds");
    }
    return value;
  }
}
