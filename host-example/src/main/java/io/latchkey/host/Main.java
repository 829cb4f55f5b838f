package io.latchkey.host;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.KnownKeys;
import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderLookup;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line: {@code java -jar latchkey-host.jar [--config=FILE] [--key=value …]}. */
public final class Main {

  private static final String CONFIG = "--config=";

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
      KnownKeys keys = Latchkey.keys(lookup).and(HostKeys.all());
      if (List.of(arguments).contains("--help")) {
        System.out.print(Help.text(keys));
        return;
      }
      Host host =
          Host.start(
              lookup, settings(keys, List.of(arguments), System.getenv()), Clock.systemUTC());
      Runtime.getRuntime().addShutdownHook(new Thread(host::close, "latchkey-shutdown"));
      System.out.println("Latchkey is ready at " + host.uri());
    } catch (StartupException e) {
      System.err.println("latchkey: " + e.getMessage());
      System.exit(1);
    }
  }

  static Settings settings(
      KnownKeys keys, List<String> arguments, Map<String, String> environment) {
    Settings settings = Settings.of(keys);
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
