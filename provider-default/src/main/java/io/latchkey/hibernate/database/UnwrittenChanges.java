package io.latchkey.hibernate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A change of an H2 file that could not be written, for want of space or because the disk is
 * broken: H2 shows it from memory for a moment longer, until it closes itself, and has forgotten it
 * when it is opened again. Nobody is told what is there before it has written all that it shows.
 *
 * <p>Thread-safe.
 */
final class UnwrittenChanges {

  private final DataSource pool;
  private final WriteTurn turn;
  private final Outage outage;
  private final boolean h2File;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong settled = new AtomicLong();

  UnwrittenChanges(DatabaseSettings settings, DataSource pool, WriteTurn turn, Outage outage) {
    this.pool = pool;
    this.turn = turn;
    this.outage = outage;
    this.h2File = settings.url().isH2File();
  }

  /** Takes note of a commit or a sync that has failed. */
  void note() {
    failures.incrementAndGet();
  }

  /** Returns once the database shows nothing but what is in its file, or fails. */
  void settle() throws SQLException {
    long noted = failures.get();
    if (h2File && settled.get() < noted) {
      turn.insist(() -> settle(noted));
    }
  }

  /** Who has waited while another has settled it, or found the database down, is done too. */
  private boolean settle(long noted) throws SQLException {
    if (settled.get() >= noted) {
      return true;
    }
    Optional<Exception> down = outage.current();
    if (down.isPresent()) {
      throw new SQLException(down.get());
    }
    try (Connection connection = pool.getConnection()) {
      write(connection);
    } catch (SQLException e) {
      outage.note(e);
      throw e;
    }
    settled.accumulateAndGet(noted, Math::max);
    return true;
  }

  /** What cannot be written is given up, so that the next connection opens what the file holds. */
  private static void write(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try {
        statement.execute("CHECKPOINT SYNC");
      } catch (SQLException e) {
        giveUp(statement, e);
        throw e;
      }
    }
  }

  private static void giveUp(Statement statement, SQLException cause) {
    try {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
