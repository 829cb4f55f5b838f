package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.token.NewToken;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.query.NativeQuery;

/** Changes of tokens by one statement, whose answer is a {@code number}: that of the event. */
final class OneStatement {

  private OneStatement() {}

  /** The statement; Hibernate would ask the server for the column, after the commit. */
  static NativeQuery<Long> of(StatelessSession session, String sql) {
    return session.createNativeQuery(sql, Long.class).addScalar("number", Long.class);
  }

  /** Creates a token; a duplicate undoes all of the statement. */
  static Optional<Long> create(Transactions database, String sql, NewToken token) {
    TokenRow row = new TokenRow(token, 0);
    return database.changeByOneStatement(session -> insert(session, sql, row));
  }

  private static Optional<Long> insert(StatelessSession session, String sql, TokenRow row) {
    try {
      return row.bindTo(of(session, sql)).uniqueResultOptional();
    } catch (ConstraintViolationException e) {
      if (e.getKind() == ConstraintKind.UNIQUE) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
