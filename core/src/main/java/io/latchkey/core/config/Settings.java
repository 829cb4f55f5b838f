package io.latchkey.core.config;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What an operator has set, over one set of keys: a file, then environment variables, then
 * command-line flags, each later source beating the earlier ones. A key that is not known is a
 * {@link StartupException} that names the nearest known one.
 *
 * <p>Immutable, and thread-safe with it. {@link #toString()} shows names only, never a value.
 */
public final class Settings {

  /** What stands before the names of environment variables. */
  public static final String VARIABLE_PREFIX = "LATCHKEY_";

  /**
   * What Kubernetes sets by itself for a Service that is called latchkey, or latchkey-something.
   */
  private static final Pattern KUBERNETES =
      Pattern.compile(
          VARIABLE_PREFIX
              + "(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_\\w+)?)?)");

  private final KnownKeys known;
  private final boolean lenient;
  private final Map<String, String> texts;

  private Settings(KnownKeys known, boolean lenient, Map<String, String> texts) {
    this.known = known;
    this.lenient = lenient;
    this.texts = texts;
  }

  /**
   * No settings yet.
   *
   * @param known all keys that mean something
   * @return settings in which every key has its default
   */
  public static Settings of(KnownKeys known) {
    return new Settings(requireNonNull(known, "known"), false, Map.of());
  }

  /**
   * No settings yet, of some keys among others that are not known yet: those are left out. For a
   * host that must read some settings to know where its providers, and with them all keys, are.
   *
   * @param some the keys that are read
   * @return settings in which each of these keys has its default
   */
  public static Settings ofSome(KnownKeys some) {
    return new Settings(requireNonNull(some, "some"), true, Map.of());
  }

  /**
   * Adds the keys of a file in the form of {@link Properties}, in UTF-8.
   *
   * @param file the file
   * @return new settings
   */
  public Settings withFile(Path file) {
    return with(read(file), " in " + file);
  }

  /**
   * Reads a file in the form of {@link Properties}, in UTF-8, for a host that needs it twice.
   *
   * @param file the file
   * @return the texts by full names, known or not
   * @throws StartupException if it cannot be read, or sets a key twice
   */
  public static Map<String, String> read(Path file) {
    Properties properties = new UniqueProperties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new StartupException("the configuration file " + file + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new StartupException("the configuration file " + file + ": " + e.getMessage(), e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((name, text) -> texts.put((String) name, (String) text));
    return texts;
  }

  /**
   * Adds the environment variables that start with {@value #VARIABLE_PREFIX}, but for those that
   * Kubernetes sets for a Service called latchkey.
   *
   * @param environment variables by their names, as {@link System#getenv()} gives them
   * @return new settings
   */
  public Settings withEnvironment(Map<String, String> environment) {
    Map<String, String> more = new TreeMap<>();
    environment.forEach(
        (variable, text) -> {
          if (variable.startsWith(VARIABLE_PREFIX)) {
            known
                .byVariable(variable)
                .ifPresentOrElse(name -> more.put(name, text), () -> requireNotOurs(variable));
          }
        });
    return with(more, name -> " in the environment");
  }

  private void requireNotOurs(String variable) {
    if (!lenient && !KUBERNETES.matcher(variable).matches()) {
      String nearest = known.nearest(asName(variable)).replace(".*", ".NAME");
      throw new StartupException(
          "unknown environment variable "
              + variable
              + "; did you mean "
              + KnownKeys.variable(nearest)
              + "?");
    }
  }

  /**
   * Adds command-line flags of the form {@code --key=value}.
   *
   * @param arguments the flags
   * @return new settings
   */
  public Settings withArguments(List<String> arguments) {
    Map<String, String> more = new TreeMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || equals < 0) {
        throw new StartupException(
            "\""
                + (equals < 0 ? argument : argument.substring(0, equals))
                + "\" is not of the form --key=value");
      }
      String name = argument.substring(2, equals);
      if (known.find(name).filter(ConfigKey::secret).isPresent()) {
        throw new StartupException(
            "the secret "
                + name
                + " cannot be given on the command line, where others can see it: set "
                + KnownKeys.variable(name)
                + " or put it into the configuration file");
      }
      if (more.put(name, argument.substring(equals + 1)) != null) {
        throw new StartupException("the flag --" + name + " was given twice");
      }
    }
    return with(more, name -> " on the command line");
  }

  /**
   * Adds texts from a source of the host's own.
   *
   * @param more texts by full names
   * @param source where they come from, for messages; such as {@code " in web.xml"}
   * @return new settings
   */
  public Settings with(Map<String, String> more, String source) {
    return with(more, name -> source);
  }

  private Settings with(Map<String, String> more, Function<String, String> source) {
    Map<String, String> all = new TreeMap<>(texts);
    more.forEach(
        (name, text) -> {
          if (known.find(name).isPresent()) {
            all.put(name, text);
          } else if (!lenient) {
            throw new StartupException(
                "unknown key "
                    + name
                    + source.apply(name)
                    + "; did you mean "
                    + known.nearest(name)
                    + "?");
          }
        });
    return new Settings(known, lenient, all);
  }

  /**
   * The values of all keys by their full names.
   *
   * @return a view for reading
   */
  public ProviderConfig all() {
    return new ProviderConfig("", texts);
  }

  /**
   * The values of one scope.
   *
   * @param scope the scope, without the dot
   * @return the values, by names without the scope
   */
  public ProviderConfig scope(String scope) {
    String start = scope + ".";
    Map<String, String> inside = new TreeMap<>();
    texts.forEach(
        (name, text) -> {
          if (name.startsWith(start)) {
            inside.put(name.substring(start.length()), text);
          }
        });
    return new ProviderConfig(start, inside);
  }

  private static String asName(String variable) {
    return variable.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }

  @Override
  public String toString() {
    return "Settings" + texts.keySet();
  }

  /** Properties in which a key may come once only: of two, nobody knows which one was meant. */
  private static final class UniqueProperties extends Properties {

    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Object put(Object name, Object text) {
      if (containsKey(name)) {
        throw new IllegalArgumentException("the key " + name + " is set twice");
      }
      return super.put(name, text);
    }
  }
}
