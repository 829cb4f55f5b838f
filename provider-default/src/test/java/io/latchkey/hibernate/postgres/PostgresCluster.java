package io.latchkey.hibernate.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A primary and a synchronous standby: a commit is acknowledged once it is on the disks of both.
 * One test thread does what an operator, or Patroni, does at a fail-over, round after round: {@link
 * #killPrimary}, {@link #promote}, {@link #rejoin}.
 */
public final class PostgresCluster implements PostgresService, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresServer first;
  private final PostgresServer second;
  private PostgresServer primary;
  private PostgresServer standby;
  private int databases;

  private PostgresCluster() {
    first = PostgresServer.start();
    try {
      second = PostgresServer.standbyOf(first);
    } catch (Throwable e) {
      first.close();
      throw e;
    }
    primary = first;
    standby = second;
  }

  /**
   * Starts both servers, without a database.
   *
   * @return a cluster whose standby is synchronous
   */
  public static PostgresCluster start() {
    PostgresCluster cluster = new PostgresCluster();
    cluster.requireStandby();
    return cluster;
  }

  /**
   * Where a database is, whichever server is the primary.
   *
   * @param database its name
   * @return the JDBC URL with both hosts, always in the same order, without a user
   */
  @Override
  public String url(String database) {
    return "jdbc:postgresql://%s,%s/%s?targetServerType=primary"
        .formatted(first.address(), second.address(), database);
  }

  @Override
  public Connection connect(String database) throws SQLException {
    return primary.connect(database);
  }

  /**
   * Makes an empty database.
   *
   * @return the database, which a user of its own owns
   */
  public PostgresDatabase createDatabase() {
    return PostgresDatabase.create(this, "latchkey" + ++databases);
  }

  /**
   * The server that takes changes, or took them until it was killed.
   *
   * @return the primary
   */
  public PostgresServer primary() {
    return primary;
  }

  /**
   * The server that follows, or will once {@link #rejoin} is called.
   *
   * @return the standby
   */
  public PostgresServer standby() {
    return standby;
  }

  /** Kills the primary with SIGKILL, frozen or not. */
  public void killPrimary() {
    primary.killAtOnce();
  }

  /**
   * Makes the standby the primary. It takes changes at once, and waits for no standby until {@link
   * #rejoin}.
   *
   * @throws IllegalStateException if the old primary is neither dead nor frozen: two would take
   *     changes
   */
  public void promote() {
    if (primary.goesOn()) {
      throw new IllegalStateException("the old primary must be dead or frozen");
    }
    // Its own settings name no synchronous standby, see PostgresServer.follow.
    execute(standby, "SELECT pg_promote(true, " + PATIENCE.toSeconds() + ")");
    PostgresServer old = primary;
    primary = standby;
    standby = old;
  }

  /**
   * Brings the other one back as the standby, killed first if it was frozen, on a fresh copy of the
   * primary's data. Changes go on meanwhile. Returns when it is synchronous.
   */
  public void rejoin() {
    standby.killAtOnce();
    try {
      standby.follow(primary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    requireStandby();
  }

  /** From now on commits wait for the standby, as with synchronous_mode_strict of Patroni. */
  private void requireStandby() {
    execute(primary, "ALTER SYSTEM SET synchronous_standby_names = '*'");
    execute(primary, "SELECT pg_reload_conf()");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isSynchronous()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the standby is not synchronous");
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Whether the primary requires the standby, which has caught up. */
  private boolean isSynchronous() {
    return requireNonNull(
            query(
                primary,
                "SELECT current_setting('synchronous_standby_names') = '*'"
                    + " AND count(*) FILTER (WHERE sync_state = 'sync' AND state = 'streaming') = 1"
                    + " FROM pg_stat_replication"))
        .equals("t");
  }

  private static void execute(PostgresServer server, String sql) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String query(PostgresServer server, String sql) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends both servers, and deletes what they kept. */
  @Override
  public void close() {
    // The standby first: a primary that is shut down would wait for it.
    standby.close();
    primary.close();
  }
}
