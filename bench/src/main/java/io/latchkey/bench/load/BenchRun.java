package io.latchkey.bench.load;

import io.latchkey.bench.parts.PartsRun;
import io.latchkey.bench.report.Results;
import io.latchkey.bench.server.ServerJars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** All of it: the parts by JMH, then the whole on each of the stores. */
public final class BenchRun {

  /** Only the answers are to be measured, and not how fast this process reads a log. */
  private static final Map<String, String> SETTINGS = Map.of("http.access-log", "false");

  private BenchRun() {}

  private interface Opening {
    Scenario open(ServerJars jars, Path folder, Map<String, String> settings) throws Exception;
  }

  /**
   * Runs it.
   *
   * @param arguments the jar of the server, that of the empty resource, the folder of the results,
   *     and {@code --quick} for a run that shows only whether all of it works
   * @throws Exception if anything fails: a run with a failure tells nothing
   */
  public static void main(String[] arguments) throws Exception {
    ServerJars jars = new ServerJars(Path.of(arguments[0]), Path.of(arguments[1]));
    boolean quick = List.of(arguments).contains("--quick");
    Plan plan = quick ? Plan.QUICK : Plan.FULL;
    // Before anything takes time: what is missing is said at once.
    Pgbench.find();
    Results results =
        new Results(
            "Latchkey beside its limits" + (quick ? " (a quick try)" : ""), Path.of(arguments[2]));
    PartsRun.run(plan.parts(), results);
    for (Opening opening :
        List.<Opening>of(H2Scenario::new, PostgresScenario::new, LdapScenario::new)) {
      try (Scenario scenario =
          opening.open(jars, Files.createTempDirectory("latchkey-bench"), SETTINGS)) {
        new LoadSection(scenario, plan, results).run();
      }
    }
    results.note(
        "The limit of a list is the store alone, without HTTP, JSON and permissions; so is that of a create.");
    results.note(
        "The server of this run has no introspection; bench/keycloak measures it beside Keycloak's own.");
    results.note("The servers write no log of requests.");
    results.write();
    System.exit(0); // slapd's and PostgreSQL's guards end with this process
  }
}
