package io.latchkey.hibernate.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Lets the pool drop connections to an H2 database that has closed itself, as it does when the disk
 * is full. The next connection opens it again.
 */
final class ClosedByH2 implements SQLExceptionOverride {

  private static final int DATABASE_IS_CLOSED = 90098;
  private static final int DATABASE_CLOSED_AT_EXIT = 90121;

  @java.lang.Override
  public Override adjudicate(SQLException e) {
    int code = e.getErrorCode();
    return code == DATABASE_IS_CLOSED || code == DATABASE_CLOSED_AT_EXIT
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
