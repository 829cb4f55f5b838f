package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.token.NewToken;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.query.NativeQuery;

/**
 * Creates tokens by one statement of a database's own, which is one round trip and one commit;
 * removes them by several statements in a transaction.
 */
abstract class OneStatementTokenWriter implements TokenWriter {

  private final Transactions database;
  private final TokenWriter inTransaction;
  private final String create;

  /**
   * Creates a writer.
   *
   * @param database the database
   * @param removals where other servers learn of removals
   * @param create the statement, whose answer is a {@code number}: that of the event. A duplicate
   *     undoes all of it
   */
  OneStatementTokenWriter(Transactions database, RemovalLog removals, String create) {
    this.database = database;
    this.inTransaction = new TransactionTokenWriter(database, Optional.of(removals));
    this.create = create;
  }

  /** Hibernate would ask the server for the column, after the commit. */
  static NativeQuery<Long> statement(StatelessSession session, String sql) {
    return session.createNativeQuery(sql, Long.class).addScalar("number", Long.class);
  }

  @Override
  public final Optional<Long> create(NewToken token) {
    TokenRow row = new TokenRow(token, 0);
    return database.changeByOneStatement(session -> insert(session, row));
  }

  private Optional<Long> insert(StatelessSession session, TokenRow row) {
    try {
      return row.bindTo(statement(session, create)).uniqueResultOptional();
    } catch (ConstraintViolationException e) {
      if (e.getKind() == ConstraintKind.UNIQUE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Optional<Long> remove(OwnerKey owner, long tokenId) {
    return inTransaction.remove(owner, tokenId);
  }

  /**
   * By several statements: one alone, having waited for the count, would miss the tokens that were
   * created meanwhile.
   */
  @Override
  public final long removeAll(OwnerKey owner) {
    return inTransaction.removeAll(owner);
  }
}
