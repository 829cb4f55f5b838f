package io.latchkey.hibernate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * A change of an H2 file that could not be written, for want of space or because the disk is
 * broken: H2 shows it from memory for a moment longer, until it closes itself, and has forgotten it
 * when it is opened again. Nobody is told what is there before it has written all that it shows;
 * who has read waits for what is just being written.
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

  /** Done once what is being written is, or could not be. */
  private volatile CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

  UnwrittenChanges(DatabaseSettings settings, DataSource pool, WriteTurn turn, Outage outage) {
    this.pool = pool;
    this.turn = turn;
    this.outage = outage;
    this.h2File = settings.url().isH2File();
  }

  /** A commit or a sync. */
  @FunctionalInterface
  interface Write<E extends Exception> {
    void run() throws E;
  }

  /** Writes, in the caller's turn, and takes note if that fails. */
  <E extends Exception> void write(Write<E> write) throws E {
    CompletableFuture<Void> over = new CompletableFuture<>();
    writing = over;
    boolean written = false;
    try {
      write.run();
      written = true;
    } finally {
      if (!written) {
        failures.incrementAndGet();
      }
      over.complete(null);
    }
  }

  /** How many writes have failed. */
  long failures() {
    return failures.get();
  }

  /**
   * Returns if what was read just now is in the file.
   *
   * @param before how many writes had failed when the reading began
   * @throws SQLException if one has failed since
   */
  void requireWritten(long before) throws SQLException {
    if (h2File) {
      writing.join();
      if (failures.get() != before) {
        throw new SQLException("what was read may be lost", "HY000", Failures.H2_IO_EXCEPTION);
      }
    }
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
      writeAll(connection);
    } catch (SQLException e) {
      outage.note(e);
      throw e;
    }
    settled.accumulateAndGet(noted, Math::max);
    return true;
  }

  /** What cannot be written is given up, so that the next connection opens what the file holds. */
  private static void writeAll(Connection connection) throws SQLException {
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
