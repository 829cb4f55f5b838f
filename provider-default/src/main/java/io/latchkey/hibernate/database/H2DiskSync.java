package io.latchkey.hibernate.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Syncs an H2 file for several commits at once: who comes while a sync runs waits for the next one,
 * since the running one may have begun before the commit, and one of those who wait runs it for
 * all. Against a loss of power: the death of the process alone loses no commit under {@code
 * WRITE_DELAY=0}.
 */
final class H2DiskSync implements Durability {

  private final DataSource pool;
  private final WriteTurn turn;
  private final UnwrittenChanges unwritten;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();

  /** The number of the latest sync that was begun, and of the latest that succeeded. */
  private long begun;

  private long done;
  private boolean running;

  H2DiskSync(DataSource pool, WriteTurn turn, UnwrittenChanges unwritten) {
    this.pool = pool;
    this.turn = turn;
    this.unwritten = unwritten;
  }

  @Override
  public void await() throws SQLException {
    if (mustRun()) {
      boolean succeeded = false;
      try {
        turn.insist(this::checkpoint);
        succeeded = true;
      } finally {
        finish(succeeded);
      }
    }
  }

  /** Waits until one that began after the call has succeeded, or it is the caller's turn. */
  private boolean mustRun() {
    lock.lock();
    try {
      long needed = begun + 1;
      while (running && done < needed) {
        // Not by an interrupt: the commit has happened, and only its safety is waited for.
        finished.awaitUninterruptibly();
      }
      if (done >= needed) {
        return false;
      }
      running = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void finish(boolean succeeded) {
    lock.lock();
    try {
      running = false;
      if (succeeded) {
        done = begun;
      }
      finished.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What was committed before it had its turn is safe afterwards. */
  private boolean checkpoint() throws SQLException {
    begin();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      unwritten.write(() -> statement.execute("CHECKPOINT SYNC"));
      return true;
    }
  }

  private void begin() {
    lock.lock();
    try {
      begun++;
    } finally {
      lock.unlock();
    }
  }
}
