package io.latchkey.host;

import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.host.sample.SampleDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The command line: {@code java -jar latchkey-host.jar [providers] [--key=value …]}. */
public final class Main {

  private static final String HELP = "--help";
  private static final String PROVIDERS = "providers";

  private Main() {}

  /**
   * Starts a server and lets it run until the process is told to end, or lists the providers. What
   * keeps a server from starting is one sentence on the standard error and exit status 1.
   *
   * @param arguments {@code --help}; or {@code providers} and flags; or flags
   */
  public static void main(String[] arguments) {
    LogFormat.install();
    List<String> typed = List.of(arguments);
    try {
      ProviderLookup builtIn = ProviderLookup.in(Main.class.getClassLoader());
      if (typed.contains(HELP)) {
        help(builtIn, typed.stream().filter(flag -> !flag.equals(HELP)).toList());
      } else if (!typed.isEmpty() && typed.get(0).equals(PROVIDERS)) {
        list(builtIn, CommandLine.of(typed.subList(1, typed.size())));
      } else {
        serve(builtIn, CommandLine.of(typed));
      }
    } catch (StartupException e) {
      end(List.of(e.getMessage()));
    }
  }

  /** Help is there also for those who have the rest wrong. */
  @SuppressWarnings("SystemOut") // a command line talks to its user
  private static void help(ProviderLookup builtIn, List<String> rest) {
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
  private static void list(ProviderLookup builtIn, CommandLine line) {
    ProvidersCommand.Outcome outcome;
    try (ProviderFolder folder = folder(line)) {
      startSampleDirectory(line);
      outcome = new ProvidersCommand(line, System.getenv(), folder).run(builtIn);
    }
    System.out.print(outcome.table());
    end(outcome.problems());
  }

  @SuppressWarnings("SystemOut") // a command line talks to its user
  private static void serve(ProviderLookup builtIn, CommandLine line) {
    ProviderFolder folder = folder(line);
    ProviderLookup lookup = folder.addTo(builtIn);
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
