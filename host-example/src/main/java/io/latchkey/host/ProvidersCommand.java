package io.latchkey.host;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.FoundProvider;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.spi.CheckResult;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists the providers that are there, tries out those that are chosen, and tells whether a server
 * could start with them.
 */
final class ProvidersCommand {

  private final CommandLine line;
  private final Map<String, String> environment;
  private final ProviderFolder folder;

  ProvidersCommand(CommandLine line, Map<String, String> environment, ProviderFolder folder) {
    this.line = line;
    this.environment = environment;
    this.folder = folder;
  }

  /**
   * What there is to say.
   *
   * @param table the list
   * @param problems what keeps a server from starting, a sentence each; empty if it can start
   */
  record Outcome(String table, List<String> problems) {}

  Outcome run(ProviderLookup builtIn) {
    Map<Path, StartupException> broken = new LinkedHashMap<>();
    ProviderLookup lookup = folder.addSoundTo(builtIn, broken);
    List<String> problems = new ArrayList<>();
    broken.values().forEach(problem -> problems.add(problem.getMessage()));
    // Without the jars that are broken their keys are not known, and are no mistake.
    Settings defaults =
        broken.isEmpty() ? HostKeys.settings(lookup) : HostKeys.someSettings(lookup);
    Map<String, CheckResult> health = Map.of();
    Settings settings = defaults;
    try {
      settings = line.on(defaults, environment);
      HostKeys.requireValid(settings);
      health = Latchkey.tryOut(lookup, settings, Clock.systemUTC());
    } catch (StartupException e) {
      problems.add(e.getMessage());
    }
    health.values().forEach(result -> result.problem().ifPresent(problems::add));
    return new Outcome(table(lookup.found(settings), broken, health), problems);
  }

  private static String table(
      List<FoundProvider> found,
      Map<Path, StartupException> broken,
      Map<String, CheckResult> health) {
    Table table = new Table("interface", "id", "jar", "version", "chosen", "health");
    for (FoundProvider provider : found) {
      table.add(
          provider.type(),
          provider.id(),
          provider.jar().orElse("built in"),
          provider.version().orElse(Table.NOTHING),
          provider.whyNot().map(reason -> "no, " + reason).orElse("yes"),
          provider.whyNot().isPresent() ? Table.NOTHING : health(health.get(provider.part())));
    }
    broken
        .keySet()
        .forEach(
            place ->
                table.add(
                    Table.NOTHING,
                    Table.NOTHING,
                    place.toString(),
                    Table.NOTHING,
                    "no, it is broken",
                    Table.NOTHING));
    return table.toString();
  }

  private static String health(@Nullable CheckResult result) {
    if (result == null) {
      return "not tried";
    }
    return result.problem().map(problem -> "down: " + problem).orElse("up");
  }
}
