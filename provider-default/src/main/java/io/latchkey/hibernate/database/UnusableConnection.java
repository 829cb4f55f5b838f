package io.latchkey.hibernate.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Lets the pool drop connections that will not work again, beside those that are broken: to an H2
 * database that has closed itself, as it does when the disk is full; to a server that takes no more
 * writes, because another one has taken its place; those that MariaDB has been told to kill, and
 * those on which it was told to end a statement, whose transaction ends with the connection.
 */
final class UnusableConnection implements SQLExceptionOverride {

  private static final int H2_DATABASE_IS_CLOSED = 90098;
  private static final int H2_DATABASE_CLOSED_AT_EXIT = 90121;
  private static final String READ_ONLY = "25006";
  private static final Set<Integer> MARIADB =
      Set.of(
          MariaDbFailures.READ_ONLY,
          MariaDbFailures.INTERRUPTED,
          MariaDbFailures.TIMED_OUT,
          1836,
          1927);

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    int code = e.getErrorCode();
    return code == H2_DATABASE_IS_CLOSED
            || code == H2_DATABASE_CLOSED_AT_EXIT
            || READ_ONLY.equals(e.getSQLState())
            || MARIADB.contains(code)
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
