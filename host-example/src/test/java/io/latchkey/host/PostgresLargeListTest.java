package io.latchkey.host;

import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.hibernate.postgres.PostgresDatabase;
import io.latchkey.hibernate.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A list of 10,000 tokens in PostgreSQL. */
class PostgresLargeListTest extends LargeListContract {

  @TempDir private static Path folder;

  private static PostgresServer server;
  private static LargePopulation population;
  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
    PostgresDatabase database = server.createDatabase();
    population =
        LargePopulation.fill(new HibernateTokenStoreFactory(), notWaiting(database), folder);
    host = EmbeddedHost.withImportedDirectory(folder, database.settings());
    host.fill(LargePopulation.DIRECTORY);
  }

  /** For the disk: it is the list that is tested, and not this. */
  private static Map<String, String> notWaiting(PostgresDatabase database) {
    Map<String, String> keys = new TreeMap<>(database.config());
    keys.computeIfPresent(
        "url",
        (key, url) ->
            url + (url.contains("?") ? "&" : "?") + "options=-c%20synchronous_commit=off");
    return keys;
  }

  @AfterAll
  static void stop() {
    host.close();
    server.close();
  }

  @Override
  EmbeddedHost host() {
    return host;
  }

  @Override
  LargePopulation population() {
    return population;
  }
}
