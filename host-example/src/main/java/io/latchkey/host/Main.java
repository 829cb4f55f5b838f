package io.latchkey.host;

import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.host.sample.SampleDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The command line: {@code java -jar latchkey-host.jar [--config=FILE] [--key=value …]}. */
public final class Main {

  private static final String CONFIG = "--config=";
  private static final String SAMPLE_DIRECTORY = "--sample-directory";

  private Main() {}

  /**
   * Starts a server and lets it run until the process is told to end. What keeps it from starting
   * is one sentence on the standard error and exit status 1.
   *
   * @param arguments {@code --help}, or flags
   */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  public static void main(String[] arguments) {
    LogFormat.install();
    try {
      ProviderLookup lookup = ProviderLookup.in(Main.class.getClassLoader());
      List<String> flags = new ArrayList<>(List.of(arguments));
      if (flags.contains("--help")) {
        System.out.print(Help.text(HostKeys.known(lookup)));
        return;
      }
      OptionalInt port = takeSampleDirectory(flags);
      if (port.isPresent()) {
        SampleDirectory directory = SampleDirectory.start(port.getAsInt());
        Runtime.getRuntime().addShutdownHook(new Thread(directory::close, "sample-directory-end"));
      }
      Settings settings = settings(HostKeys.settings(lookup), flags, System.getenv());
      Host host = Host.start(lookup, settings, Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(host::close, "latchkey-shutdown"));
      System.out.println("Latchkey is ready at " + host.uri());
    } catch (StartupException e) {
      System.err.println("latchkey: " + e.getMessage());
      System.exit(1);
    }
  }

  /** Takes the flag out; the last one counts, as with keys. */
  private static OptionalInt takeSampleDirectory(List<String> flags) {
    OptionalInt port = OptionalInt.empty();
    for (String flag : List.copyOf(flags)) {
      if (flag.equals(SAMPLE_DIRECTORY)) {
        port = OptionalInt.of(SampleDirectory.DEFAULT_PORT);
        flags.remove(flag);
      } else if (flag.startsWith(SAMPLE_DIRECTORY + "=")) {
        port = OptionalInt.of(port(flag));
        flags.remove(flag);
      }
    }
    return port;
  }

  private static int port(String flag) {
    String value = flag.substring(SAMPLE_DIRECTORY.length() + 1);
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
      throw new StartupException(
          "the value \""
              + value
              + "\" of "
              + SAMPLE_DIRECTORY
              + " must be a port, from 0 to 65535");
    }
    return Integer.parseInt(value);
  }

  static Settings settings(
      Settings defaults, List<String> arguments, Map<String, String> environment) {
    Settings settings = defaults;
    List<String> flags = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith(CONFIG)) {
        settings = settings.withFile(Path.of(argument.substring(CONFIG.length())));
      } else {
        flags.add(argument);
      }
    }
    return settings.withEnvironment(environment).withArguments(flags);
  }
}
