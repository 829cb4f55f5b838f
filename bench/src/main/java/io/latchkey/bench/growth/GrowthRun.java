package io.latchkey.bench.growth;

import io.latchkey.bench.measure.Contest;
import io.latchkey.bench.measure.Side;
import io.latchkey.bench.report.Aim;
import io.latchkey.bench.report.Results;
import io.latchkey.bench.report.Row;
import io.latchkey.bench.server.ServerJars;
import io.latchkey.hibernate.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table of 10 thousand tokens against one of 10 million, two databases in one PostgreSQL. */
public final class GrowthRun {

  private static final long SMALL = 10_000;
  private static final long GIBIBYTE = 1L << 30;
  private static final int CLIENTS = 8;
  private static final Aim AIM = Aim.atMost(1.25);

  private final Plan plan;
  private final Results results;

  private GrowthRun(Plan plan, Results results) {
    this.plan = plan;
    this.results = results;
  }

  /**
   * How much.
   *
   * @param rows tokens in the large table
   * @param disk what it takes of the disk, in GiB, with the log of the database
   * @param warmUp how long each server is warmed up before the first contest
   * @param length the turns of each contest
   * @param expired tokens that a sweep removes
   */
  private record Plan(long rows, int disk, Duration warmUp, Contest.Length length, int expired) {

    static final Plan FULL =
        new Plan(
            10_000_000,
            14,
            Duration.ofSeconds(60),
            new Contest.Length(2, 7, Duration.ofSeconds(3)),
            200_000);

    static final Plan QUICK =
        new Plan(
            100_000,
            2,
            Duration.ofSeconds(2),
            new Contest.Length(0, 1, Duration.ofSeconds(1)),
            5_000);
  }

  /**
   * Runs it.
   *
   * @param arguments the jar of the server, that of the empty resource, the folder of the results,
   *     and {@code --quick} for a run that shows only whether all of it works
   * @throws Exception if anything fails
   */
  public static void main(String[] arguments) throws Exception {
    ServerJars jars = new ServerJars(Path.of(arguments[0]), Path.of(arguments[1]));
    boolean quick = List.of(arguments).contains("--quick");
    Plan plan = quick ? Plan.QUICK : Plan.FULL;
    requireRoom(plan.disk());
    Results results =
        new Results(
            "Latchkey with many tokens" + (quick ? " (a quick try)" : ""), Path.of(arguments[2]));
    try (PostgresServer postgres = PostgresServer.start()) {
      letLogGrow(postgres);
      new GrowthRun(plan, results).run(jars, postgres);
    }
    results.write();
    System.exit(0); // PostgreSQL's guard ends with this process
  }

  private static void requireRoom(int gibibytes) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    long room = Files.getFileStore(folder).getUsableSpace() / GIBIBYTE;
    if (room < gibibytes) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the run needs %d GiB in %s, where %d are free; JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=…"
                  + " names another folder",
              gibibytes,
              folder,
              room));
    }
  }

  /** So that no checkpoint comes in the middle of a contest, at least not by the fill. */
  private static void letLogGrow(PostgresServer postgres) throws Exception {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET max_wal_size = '4GB'");
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  private void run(ServerJars jars, PostgresServer postgres) throws Exception {
    Samples samples = new Samples();
    long start = System.nanoTime();
    try (Node large = new Node(jars, postgres.createDatabase(), plan.rows(), samples);
        Node small = new Node(jars, postgres.createDatabase(), SMALL, samples)) {
      results.note(
          String.format(
              Locale.ROOT,
              "%,d and %,d tokens were made in %.0f s; on the disk they take %,d and %,d MiB.",
              plan.rows(),
              SMALL,
              (System.nanoTime() - start) / 1e9,
              large.table().mebibytes(),
              small.table().mebibytes()));
      warmUp(small, samples);
      warmUp(large, samples);
      contest(
          "verify cold",
          small.calls().guarded(samples.tokens()),
          large.calls().guarded(samples.tokens()));
      contest(
          "list of 20", small.calls().list(Samples.users()), large.calls().list(Samples.users()));
      // Last: it makes the small table larger.
      Side create = large.calls().create(Samples.users());
      contest("create", small.calls().create(Samples.users()), create);
      results.note(
          String.format(
              Locale.ROOT,
              "The tables had %,d and %,d tokens after the creates; the heaps in use after a"
                  + " collection were %,d and %,d KiB.",
              large.table().count(),
              small.table().count(),
              large.server().usedHeap(),
              small.server().usedHeap()));
      new Sweep(
              large,
              large.calls().guarded(samples.tokens()),
              create,
              plan.expired(),
              plan.length().turn())
          .run(plan.length().pairs(), results);
    }
  }

  /** By what leaves the table as it is. */
  private void warmUp(Node node, Samples samples) throws Exception {
    Duration half = plan.warmUp().dividedBy(2);
    node.calls().guarded(samples.tokens()).run(CLIENTS, half);
    node.calls().list(Samples.users()).run(CLIENTS, half);
  }

  private void contest(String what, Side small, Side large) throws Exception {
    Contest.Outcome outcome = new Contest(small, large).run(CLIENTS, plan.length());
    results.add(
        new Row(
            what + ", time on " + plan.rows() + " beside " + SMALL,
            "PostgreSQL",
            CLIENTS,
            outcome.ours().text("%,.0f") + " /s",
            outcome.limit().text("%,.0f") + " /s",
            1 / outcome.ratio().median(),
            String.format(
                Locale.ROOT, "%.2f–%.2f", 1 / outcome.ratio().most(), 1 / outcome.ratio().least()),
            Optional.of(AIM),
            String.format(
                Locale.ROOT,
                "%.2f / %.2f",
                outcome.times().millis(0.5),
                outcome.times().millis(0.99)),
            String.format(Locale.ROOT, "%.0f %%", 100 * outcome.share())));
  }
}
