package io.latchkey.hibernate.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;

/**
 * A database that is open: its pool, its mapping, and the way its changes reach the disk.
 *
 * @param pool the connections
 * @param sessions makes sessions over the pool
 * @param turn when a transaction may change something
 * @param durability what makes a commit survive
 * @param outage whether it is known to be down
 * @param unwritten changes that it may show though they are lost
 */
record OpenDatabase(
    HikariDataSource pool,
    SessionFactory sessions,
    WriteTurn turn,
    Durability durability,
    Outage outage,
    UnwrittenChanges unwritten) {

  /**
   * Builds the mapping while another thread connects and brings the tables up to date. Of other
   * databases than H2 Hibernate asks what they can: those are connected to first.
   */
  @SuppressWarnings("try") // the first connection has nothing to do but to be there
  static OpenDatabase open(DatabaseSettings settings, List<Class<?>> entities) throws Exception {
    if (settings.url().isH2File()) {
      try (Connection made = H2File.open(settings)) {
        return connect(settings, entities);
      }
    }
    return connect(settings, entities);
  }

  private static OpenDatabase connect(DatabaseSettings settings, List<Class<?>> entities)
      throws Exception {
    HikariDataSource pool = Pool.of(settings);
    try {
      if (!settings.url().isH2()) {
        pool.getConnection().close();
      }
      Future<Boolean> schema = Background.call("latchkey-schema", () -> migrate(settings, pool));
      SessionFactory sessions = Mapping.build(pool, settings.url(), entities);
      try {
        schema.get();
        WriteTurn turn = new WriteTurn(settings);
        Outage outage = new Outage(pool);
        UnwrittenChanges unwritten = new UnwrittenChanges(settings, pool, turn, outage);
        Durability durability = durability(settings, pool, turn, unwritten);
        return new OpenDatabase(pool, sessions, turn, durability, outage, unwritten);
      } catch (ExecutionException e) {
        sessions.close();
        throw e;
      }
    } catch (Throwable e) {
      pool.close();
      throw e;
    }
  }

  /** Flyway needs several connections at once; more than a small pool has. */
  private static boolean migrate(DatabaseSettings settings, HikariDataSource pool)
      throws SQLException {
    if (settings.url().isH2() && settings.poolSize() >= Pool.FOR_SCHEMA) {
      return Schema.migrate(pool, settings.url());
    }
    try (HikariDataSource connections = Pool.forSchema(settings)) {
      boolean done =
          SchemaLock.holding(
              connections, settings.url(), () -> Schema.migrate(connections, settings.url()));
      // Before the others go: H2 closes a database that nobody is connected to.
      pool.getConnection().close();
      return done;
    }
  }

  private static Durability durability(
      DatabaseSettings settings,
      HikariDataSource pool,
      WriteTurn turn,
      UnwrittenChanges unwritten) {
    return settings.sync() && settings.url().isH2File()
        ? new H2DiskSync(pool, turn, unwritten)
        : Durability.NONE;
  }

  void close() {
    sessions.close();
    pool.close();
  }
}
