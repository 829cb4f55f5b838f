package io.latchkey.core.provider;

import io.latchkey.core.config.StartupException;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.SpiVersion;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What went wrong in the code of a provider, as one sentence that names the provider. */
final class ProviderFailure {

  /** How the JVM names a class that it did not find. */
  private static final Pattern CLASS = Pattern.compile("[\\w$]+(/[\\w$]+)+");

  private static final Pattern OF_THE_SPI =
      Pattern.compile("io[./]latchkey[./]spi[./][\\w$./]*[\\w$]");

  private ProviderFailure() {}

  /** A factory that could not be loaded, made, or asked what it is. */
  static StartupException loading(ProviderKind kind, ProviderSource source, Throwable e) {
    rethrowWhatIsNotOfTheProvider(e);
    return source
        .jar()
        .flatMap(jar -> newerSpi(jar, e))
        .orElseGet(
            () ->
                new StartupException(
                    source
                            .jar()
                            .map(jar -> "the " + kind.type() + " provider in " + jar)
                            .orElse("a " + kind.type() + " provider")
                        + " is broken: "
                        + reason(e),
                    e));
  }

  /** A factory that could not make its provider. */
  static StartupException making(ProviderKind kind, Candidate<?> candidate, Throwable e) {
    rethrowWhatIsNotOfTheProvider(e);
    return candidate
        .source()
        .jar()
        .flatMap(jar -> newerSpi(jar, e))
        .orElseGet(
            () ->
                new StartupException(
                    "the "
                        + kind.type()
                        + " provider "
                        + candidate.name()
                        + " cannot be made: "
                        + reason(e),
                    e));
  }

  /** A jar that asks for more of the SPI than is there. */
  static StartupException newerSpi(String jar, String needed) {
    return new StartupException(spi(jar, "a newer", needed));
  }

  /** A jar that was built for an SPI that this host no longer has. */
  static StartupException olderSpi(String jar, String needed) {
    return new StartupException(spi(jar, "an older", needed));
  }

  private static String spi(String jar, String which, String needed) {
    return "the provider jar "
        + jar
        + " was built for "
        + which
        + " SPI: it needs "
        + needed
        + ", and this host has SPI "
        + SpiVersion.current();
  }

  private static Optional<StartupException> newerSpi(String jar, Throwable e) {
    if (!(e instanceof LinkageError)) {
      return Optional.empty();
    }
    Matcher type = OF_THE_SPI.matcher(String.valueOf(e.getMessage()));
    return type.find()
        ? Optional.of(new StartupException(spi(jar, "a newer", type.group().replace('/', '.')), e))
        : Optional.empty();
  }

  /** The end of a sentence, in one line. */
  static String reason(Throwable e) {
    String message = oneLine(e.getMessage());
    if (e instanceof ExceptionInInitializerError && e.getCause() != null) {
      return reason(e.getCause());
    }
    if (e instanceof ServiceConfigurationError) {
      // The JDK starts with the name of the interface, which the sentence has said.
      String said = message.replaceFirst("^[\\w.]+: ", "");
      return e.getCause() == null ? said : said + ": " + reason(e.getCause());
    }
    if (e instanceof NoClassDefFoundError && CLASS.matcher(message).matches()) {
      return "it needs the class " + message.replace('/', '.') + ", which is not there";
    }
    if (e.getClass() == IllegalArgumentException.class && !message.isEmpty()) {
      return message;
    }
    return message.isEmpty() ? e.getClass().getName() : e.getClass().getName() + ": " + message;
  }

  private static String oneLine(@Nullable String message) {
    return message == null
        ? ""
        : message
            .lines()
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" "));
  }

  private static void rethrowWhatIsNotOfTheProvider(Throwable e) {
    if (e instanceof VirtualMachineError error) {
      throw error;
    }
    if (e instanceof StartupException sentence) {
      throw sentence;
    }
    if (e instanceof ProviderUnavailableException unavailable) {
      throw unavailable;
    }
  }
}
