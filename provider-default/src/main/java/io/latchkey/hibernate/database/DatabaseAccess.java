package io.latchkey.hibernate.database;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;

/**
 * One provider's use of the shared {@link Database}: reads and changes, in the SPI's words for
 * failure.
 *
 * <p>Thread-safe.
 */
public final class DatabaseAccess implements Transactions {

  private static final int TRIES = 10;

  private final Database database;
  private volatile boolean closed;

  /**
   * Creates the access of one provider.
   *
   * @param database the shared database
   */
  public DatabaseAccess(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /**
   * Whether the database is PostgreSQL.
   *
   * @return as {@link JdbcUrl#isPostgres} says
   */
  public boolean isPostgres() {
    return database.settings().url().isPostgres();
  }

  /**
   * Whether the database is MariaDB.
   *
   * @return as {@link JdbcUrl#isMariaDb} says
   */
  public boolean isMariaDb() {
    return database.settings().url().isMariaDb();
  }

  /**
   * Reads, each query by itself: without a transaction, there is no begin and commit to pay.
   *
   * @param query runs the queries
   * @param <T> the type of the answer
   * @return the answer
   */
  @Override
  public <T> T read(Function<StatelessSession, T> query) {
    OpenDatabase open = open();
    long failures = open.unwritten().failures();
    try {
      T answer = inSession(open, query);
      open.unwritten().requireWritten(failures);
      return answer;
    } catch (PersistenceException e) {
      open.outage().note(e);
      throw unavailable(e, Effect.NONE);
    } catch (SQLException e) {
      throw unavailable(e, Effect.NONE);
    }
  }

  private static <T> T inSession(OpenDatabase open, Function<StatelessSession, T> query) {
    try (StatelessSession session = open.sessions().openStatelessSession()) {
      return query.apply(session);
    }
  }

  /**
   * Changes something in one transaction, and returns once that survives.
   *
   * @param work makes the change, or finds that there is nothing to change and answers so by empty.
   *     Run again if the database undid it because of a concurrent one
   * @param <T> the type of the answer
   * @return the answer of the work
   */
  @Override
  public <T> Optional<T> change(Function<StatelessSession, Optional<T>> work) {
    return synced(changeWithoutSync(work));
  }

  /**
   * Changes something by one statement, in one round trip, and returns once that survives.
   *
   * @param statement runs the statement, and answers by empty if it has changed nothing. Run again
   *     if the database undid it because of a concurrent one
   * @param <T> the type of the answer
   * @return the answer of the statement
   */
  @Override
  public <T> Optional<T> changeByOneStatement(Function<StatelessSession, Optional<T>> statement) {
    OpenDatabase open = open();
    return synced(untilItPasses(open, () -> execute(open, statement)));
  }

  private <T> Optional<T> synced(Optional<T> answer) {
    if (answer.isPresent()) {
      OpenDatabase open = database.open();
      try {
        open.durability().await();
      } catch (SQLException e) {
        throw unavailable(e, Effect.UNKNOWN);
      }
    }
    return answer;
  }

  /**
   * Changes something in one transaction that a loss of power may undo.
   *
   * @param work makes the change, or answers by empty that it has made none
   * @param <T> the type of the answer
   * @return the answer of the work
   */
  @Override
  public <T> Optional<T> changeWithoutSync(Function<StatelessSession, Optional<T>> work) {
    OpenDatabase open = open();
    return untilItPasses(open, () -> attempt(open, work));
  }

  private <T> T untilItPasses(OpenDatabase open, WriteTurn.Work<T, PersistenceException> change) {
    long begin = System.nanoTime();
    for (int left = TRIES - 1; ; left--) {
      try {
        return open.turn().take(change);
      } catch (PersistenceException e) {
        if (left == 0 || isOver(begin) || !Failures.mayPassNow(e)) {
          throw unavailable(e, Effect.NONE);
        }
      }
    }
  }

  private boolean isOver(long begin) {
    return System.nanoTime() - begin >= database.settings().timeout().toNanos();
  }

  /** Without a transaction the statement is one; when its answer is lost, so is what it did. */
  private <T> Optional<T> execute(
      OpenDatabase open, Function<StatelessSession, Optional<T>> statement) {
    requireUp(open);
    try (StatelessSession session = open.sessions().openStatelessSession()) {
      return statement.apply(session);
    } catch (PersistenceException e) {
      open.outage().note(e);
      if (Failures.isUndone(e)) {
        throw e;
      }
      throw unavailable(e, Effect.UNKNOWN);
    }
  }

  /** Who has waited for a turn while another found the database down does not wait once more. */
  private <T> Optional<T> attempt(OpenDatabase open, Function<StatelessSession, Optional<T>> work) {
    requireUp(open);
    try (StatelessSession session = open.sessions().openStatelessSession()) {
      Transaction transaction = session.beginTransaction();
      Optional<T> answer;
      try {
        answer = work.apply(session);
      } catch (Throwable e) {
        undo(transaction, e);
        throw e;
      }
      open.unwritten().write(() -> end(transaction, answer.isPresent()));
      return answer;
    } catch (PersistenceException e) {
      open.outage().note(e);
      throw e;
    }
  }

  /**
   * What has changed nothing is rolled back, since after a violated constraint some databases take
   * no commit; but on H2, which loses updates of others after a rollback, it is committed.
   */
  private void end(Transaction transaction, boolean changed) {
    if (changed || database.settings().url().isH2()) {
      commit(transaction);
    } else {
      transaction.rollback();
    }
  }

  private void commit(Transaction transaction) {
    try {
      transaction.commit();
    } catch (RuntimeException e) {
      if (e instanceof PersistenceException && Failures.isUndoneForOthers(e)) {
        throw e; // the database says that it has undone it
      }
      throw unavailable(e, Effect.UNKNOWN);
    }
  }

  /** A connection that is broken cannot roll back; the database does so when it is gone. */
  private static void undo(Transaction transaction, Throwable cause) {
    try {
      transaction.rollback();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * Opens the database and asks it something trivial.
   *
   * @return well, or the sentence that says why not
   */
  @Override
  public CheckResult check() {
    try {
      int seconds = (int) Math.max(1, database.settings().timeout().toSeconds());
      read(
          session ->
              session
                  .createNativeQuery("select 1", Integer.class)
                  .setTimeout(seconds)
                  .getSingleResult());
      return CheckResult.ok();
    } catch (ProviderUnavailableException e) {
      return CheckResult.failed(requireNonNull(e.getMessage()));
    }
  }

  /** Ends this provider's use; the database stays open for the others. */
  @Override
  public void close() {
    closed = true;
  }

  private OpenDatabase open() {
    if (closed) {
      throw new IllegalStateException("the provider is closed");
    }
    OpenDatabase open = database.open();
    requireUp(open);
    try {
      open.unwritten().settle();
    } catch (SQLException e) {
      throw unavailable(e, Effect.NONE);
    }
    return open;
  }

  private void requireUp(OpenDatabase open) {
    Optional<Exception> outage = open.outage().current();
    if (outage.isPresent()) {
      throw unavailable(outage.get(), Effect.NONE);
    }
  }

  private ProviderUnavailableException unavailable(Exception cause, Effect effect) {
    return new ProviderUnavailableException(
        Failures.sentence(database.settings().url(), cause), effect, cause);
  }
}
