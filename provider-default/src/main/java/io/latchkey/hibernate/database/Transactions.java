package io.latchkey.hibernate.database;

import io.latchkey.spi.CheckResult;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;

/**
 * How a provider reads and changes a database, in the SPI's words for failure: every method but
 * {@link #check} and {@link #close} throws {@link io.latchkey.spi.ProviderUnavailableException}
 * when the database cannot be asked. {@link DatabaseAccess} has a database of its own; a host may
 * offer its own.
 *
 * <p>As thread-safe as the provider on it has to be.
 */
public interface Transactions {

  /**
   * Reads.
   *
   * @param query runs the queries
   * @param <T> the type of the answer
   * @return the answer
   */
  <T> T read(Function<StatelessSession, T> query);

  /**
   * Changes something in one transaction. That of a host's request may be the one: then the change
   * survives once that request has been answered.
   *
   * @param work makes the change, or finds that there is nothing to change and answers so by empty.
   *     It may be run again if the database undid it because of a concurrent one
   * @param <T> the type of the answer
   * @return the answer of the work
   */
  <T> Optional<T> change(Function<StatelessSession, Optional<T>> work);

  /**
   * Changes something by one statement, which the database does as a whole or not at all: so it
   * needs no begin and no commit. In a host's transaction it is a change like any other.
   *
   * @param statement runs the statement, and answers by empty if it has changed nothing. It may be
   *     run again if the database undid it because of a concurrent one
   * @param <T> the type of the answer
   * @return the answer of the statement
   */
  default <T> Optional<T> changeByOneStatement(Function<StatelessSession, Optional<T>> statement) {
    return change(statement);
  }

  /**
   * Changes something in a transaction of its own, whatever becomes of any other; a loss of power
   * may undo it.
   *
   * @param work makes the change, or answers by empty that it has made none
   * @param <T> the type of the answer
   * @return the answer of the work
   */
  <T> Optional<T> changeWithoutSync(Function<StatelessSession, Optional<T>> work);

  /**
   * Asks the database something trivial.
   *
   * @return well, or the sentence that says why not
   */
  CheckResult check();

  /** Ends this provider's use of the database. */
  void close();
}
