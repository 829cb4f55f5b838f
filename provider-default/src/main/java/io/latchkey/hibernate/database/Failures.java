package io.latchkey.hibernate.database;

import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an operator in one sentence what a driver threw; never in the driver's own words. */
final class Failures {

  private static final int H2_FILE_IN_USE = 90020;
  private static final int H2_FILE_CORRUPTED = 90030;
  private static final int H2_WRONG_VERSION = 90048;
  private static final int H2_IO_EXCEPTION = 90028;
  private static final int H2_IO_EXCEPTION_2 = 90031;
  private static final int H2_FILE_LOST = 90146;
  private static final int H2_CONCURRENT_UPDATE = 90131;

  private Failures() {}

  /** One sentence. The driver's message may hold a statement's values, and stays in the cause. */
  static String sentence(JdbcUrl url, Throwable failure) {
    String what =
        find(failure)
            .map(e -> told(url, e))
            .orElseGet(() -> "cannot be used: " + failure.getClass().getSimpleName());
    return "the database " + url + " " + what;
  }

  private static String told(JdbcUrl url, SQLException e) {
    Optional<String> known = url.isH2() ? toldByH2(e.getErrorCode()) : Optional.empty();
    if (known.isPresent()) {
      return known.get();
    }
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return "refuses the user or the password";
    }
    if (state.startsWith("08001") && e.getErrorCode() == 0) {
      return "cannot be reached, or its driver is not on the class path";
    }
    return "failed with SQLSTATE " + state + ", error " + e.getErrorCode();
  }

  private static Optional<String> toldByH2(int code) {
    return switch (code) {
      case H2_FILE_IN_USE -> Optional.of("is in use by another process");
      case H2_FILE_CORRUPTED, H2_WRONG_VERSION ->
          Optional.of("is damaged, or not a database of this version of H2");
      case H2_IO_EXCEPTION, H2_IO_EXCEPTION_2 -> Optional.of("cannot be read or written");
      case H2_FILE_LOST -> Optional.of("is not there any more");
      default -> Optional.empty();
    };
  }

  /** Whether the database has undone a transaction because of others, and would let it pass now. */
  static boolean mayPassNow(Throwable failure) {
    return find(failure)
        .filter(
            e ->
                e.getErrorCode() == H2_CONCURRENT_UPDATE
                    || (e.getSQLState() != null && e.getSQLState().startsWith("40")))
        .isPresent();
  }

  private static Optional<SQLException> find(Throwable failure) {
    Optional<SQLException> deepest = Optional.empty();
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql) {
        deepest = Optional.of(sql);
      }
    }
    return deepest;
  }
}
