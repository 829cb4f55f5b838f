package io.latchkey.host;

import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.hibernate.mariadb.MariaDbDatabase;
import io.latchkey.hibernate.mariadb.MariaDbServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A list of 10,000 tokens in MariaDB. */
class MariaDbLargeListTest extends LargeListContract {

  @TempDir private static Path folder;

  private static MariaDbServer server;
  private static LargePopulation population;
  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    server = MariaDbServer.start();
    MariaDbDatabase database = server.createDatabase();
    // Not waiting for the disk: it is the list that is tested, and not this.
    database.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    population = LargePopulation.fill(new HibernateTokenStoreFactory(), database.config(), folder);
    host = EmbeddedHost.withImportedDirectory(folder, database.settings());
    host.fill(LargePopulation.DIRECTORY);
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
