package io.latchkey.host;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.host.sample.SampleDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line: {@code java -jar latchkey-host.jar [providers | archive] [--key=value …]}. */
public final class Main {

  private static final String HELP = "--help";
  private static final String PROVIDERS = "providers";
  private static final String ARCHIVE = "archive";

  private Main() {}

  /**
   * Starts a server and lets it run until the process is told to end, lists the providers, or
   * archives the classes of a server. What keeps it from that is one sentence on the standard error
   * and exit status 1.
   *
   * @param arguments {@code --help}; or {@code providers} and flags; or {@code archive}; or flags
   */
  public static void main(String[] arguments) {
    LogFormat.install();
    List<String> typed = List.of(arguments);
    try {
      if (typed.contains(HELP)) {
        help(typed.stream().filter(flag -> !flag.equals(HELP)).toList());
      } else if (!typed.isEmpty() && typed.get(0).equals(PROVIDERS)) {
        list(CommandLine.of(typed.subList(1, typed.size())));
      } else if (typed.equals(List.of(ARCHIVE))) {
        archive();
      } else {
        serve(CommandLine.of(typed));
      }
    } catch (StartupException e) {
      end(List.of(e.getMessage()));
    }
  }

  /** Help is there also for those who have the rest wrong. */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  private static void help(List<String> rest) {
    ProviderLookup builtIn = builtIn();
    ProviderLookup lookup = builtIn;
    try {
      Map<Path, StartupException> broken = new LinkedHashMap<>();
      lookup = folder(CommandLine.of(rest)).addSoundTo(builtIn, broken);
      broken.values().forEach(problem -> complain(List.of(problem.getMessage())));
    } catch (StartupException e) {
      complain(List.of(e.getMessage()));
    }
    System.out.print(Help.text(HostKeys.known(lookup)));
  }

  @SuppressWarnings("SystemOut") // a command line talks to its user
  private static void list(CommandLine line) {
    ProvidersCommand.Outcome outcome;
    try (ProviderFolder folder = folder(line)) {
      startSampleDirectory(line);
      outcome = new ProvidersCommand(line, System.getenv(), folder).run(builtIn());
    }
    System.out.print(outcome.table());
    end(outcome.problems());
  }

  @SuppressWarnings("SystemOut") // a command line talks to its user
  private static void archive() {
    System.out.println("Start the server by java @" + ArchiveCommand.ofThisJar().run());
  }

  /** Starts a server that ends with the process. */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  static Host serve(CommandLine line) {
    ProviderFolder folder = folder(line);
    ProviderLookup lookup = folder.addTo(builtIn());
    startSampleDirectory(line);
    Host host =
        Host.start(lookup, line.on(HostKeys.settings(lookup), System.getenv()), Clock.systemUTC());
    Thread end =
        new Thread(
            () -> {
              host.close();
              folder.close();
            },
            "latchkey-shutdown");
    Runtime.getRuntime().addShutdownHook(end);
    System.out.println("Latchkey is ready at " + host.uri());
    return host;
  }

  private static ProviderLookup builtIn() {
    return ProviderLookup.in(Main.class.getClassLoader());
  }

  private static ProviderFolder folder(CommandLine line) {
    return ProviderFolder.of(line.on(HostKeys.placesOfProviders(), System.getenv()).all());
  }

  private static void startSampleDirectory(CommandLine line) {
    if (line.sampleDirectory().isPresent()) {
      SampleDirectory directory = SampleDirectory.start(line.sampleDirectory().getAsInt());
      Runtime.getRuntime().addShutdownHook(new Thread(directory::close, "sample-directory-end"));
    }
  }

  /** A line for each, also of those that a provider has put line breaks into. */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  private static void complain(List<String> sentences) {
    sentences.forEach(
        sentence -> System.err.println("latchkey: " + sentence.replaceAll("\\s*\\R\\s*", " ")));
  }

  /** Ends the process, whatever threads may still run; a sentence for each problem. */
  private static void end(List<String> problems) {
    complain(problems);
    System.exit(problems.isEmpty() ? 0 : 1);
  }
}
