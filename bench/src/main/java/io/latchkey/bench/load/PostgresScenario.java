package io.latchkey.bench.load;

import io.latchkey.bench.server.PackagedServer;
import io.latchkey.bench.server.ServerJars;
import io.latchkey.hibernate.postgres.PostgresDatabase;
import io.latchkey.hibernate.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL that reaches the disk at each commit; its limit is another database on it. */
final class PostgresScenario implements Scenario {

  private final Path folder;
  private final PostgresServer postgres;
  private final PackagedServer server;

  PostgresScenario(ServerJars jars, Path folder, Map<String, String> settings) throws IOException {
    this.folder = folder;
    Users.write(folder, USERS);
    postgres = PostgresServer.start();
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(postgres.createDatabase().settings());
    server = PackagedServer.start(jars.command(), folder, all);
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public PackagedServer server() {
    return server;
  }

  @Override
  public Limits limits() throws Exception {
    PostgresDatabase database = postgres.createDatabase();
    H2Scenario.migrate(database.config(), folder);
    Pgbench alone = new Pgbench(database, folder.resolve("insert.sql"), Pgbench.script(false));
    Pgbench counted = new Pgbench(database, folder.resolve("counted.sql"), Pgbench.script(true));
    return new JdbcLimits.OfDatabase(
        () ->
            DriverManager.getConnection(
                postgres.url(database.name()), database.user(), database.password()),
        connector ->
            List.of(
                new Named("the same insert by pgbench", alone, true, true),
                new Named("insert and count by pgbench", counted, false, false)));
  }

  @Override
  public void close() {
    server.close();
    postgres.close();
  }
}
