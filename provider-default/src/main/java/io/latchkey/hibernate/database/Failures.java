package io.latchkey.hibernate.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Tells an operator in one sentence what a driver threw; never in the driver's own words. */
final class Failures {

  private static final int H2_FILE_IN_USE = 90020;
  private static final int H2_FILE_CORRUPTED = 90030;
  private static final int H2_WRONG_VERSION = 90048;

  /** A file could not be read or written. */
  static final int H2_IO_EXCEPTION = 90028;

  private static final int H2_IO_EXCEPTION_2 = 90031;
  private static final int H2_FILE_LOST = 90146;
  private static final int H2_CONCURRENT_UPDATE = 90131;

  /** The one state of the class 40 that does not say that the transaction was undone. */
  private static final String COMPLETION_UNKNOWN = "40003";

  /**
   * Of the values, a constraint, the state of the transaction, the right, the state of an object.
   */
  private static final Set<String> REFUSAL = Set.of("22", "23", "25", "42", "55");

  private Failures() {}

  /** One sentence. The driver's message may hold a statement's values, and stays in the cause. */
  static String sentence(JdbcUrl url, Throwable failure) {
    String what =
        find(failure)
            .map(e -> told(url, e))
            .orElseGet(() -> "cannot be used: " + root(failure).getClass().getSimpleName());
    return "the database " + url + " " + what;
  }

  private static String told(JdbcUrl url, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return (url.isH2() ? toldByH2(e.getErrorCode()) : Optional.<String>empty())
        .or(() -> url.isPostgres() ? toldByPostgres(state) : Optional.empty())
        .or(() -> url.isMariaDb() ? MariaDbFailures.told(e.getErrorCode()) : Optional.empty())
        .or(() -> told(state))
        .orElseGet(
            () ->
                e instanceof SQLTransientConnectionException
                    ? "has had no connection to spare: all that the pool may have are in use"
                    : "failed with SQLSTATE " + state + ", error " + e.getErrorCode());
  }

  private static Optional<String> told(String state) {
    if (state.equals(Pool.NO_DRIVER)) {
      return Optional.of("cannot be used: its driver is not on the class path");
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" -> Optional.of("cannot be reached, or has broken the connection off");
      case "28" -> Optional.of("refuses the user or the password");
      default -> Optional.empty();
    };
  }

  private static Optional<String> toldByPostgres(String state) {
    return switch (state) {
      case "3D000" -> Optional.of("does not exist");
      case "25006" -> Optional.of("is read-only, as a standby is");
      case "42501" -> Optional.of("does not let the user do this: make it the owner");
      case "53100" -> Optional.of("has no space left on its disk");
      case "53300" -> Optional.of("takes no more connections");
      case "57P01", "57P02", "57P03" -> Optional.of("is starting, or shutting down");
      default -> Optional.empty();
    };
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

  /** Whether a transaction failed because of others, and may pass now, once it is undone. */
  static boolean mayPassNow(Throwable failure) {
    return isUndoneForOthers(failure)
        || find(failure).filter(e -> e.getErrorCode() == MariaDbFailures.LOCKED).isPresent();
  }

  /** Whether the database says that it has undone a transaction because of others. */
  static boolean isUndoneForOthers(Throwable failure) {
    return find(failure)
        .filter(
            e ->
                e.getErrorCode() == H2_CONCURRENT_UPDATE
                    || (e.getSQLState() != null
                        && e.getSQLState().startsWith("40")
                        && !e.getSQLState().equals(COMPLETION_UNKNOWN)))
        .isPresent();
  }

  /**
   * Whether a statement that is its own transaction has surely changed nothing: it never reached
   * the database, or that has refused it. The rest, such as a shutdown, may be told of a commit
   * that has happened.
   */
  static boolean isUndone(Throwable failure) {
    return isWaitInVain(failure)
        || mayPassNow(failure)
        || find(failure)
            .filter(
                e -> REFUSAL.contains(stateClass(e)) || MariaDbFailures.isRefusal(e.getErrorCode()))
            .isPresent();
  }

  private static String stateClass(SQLException e) {
    String state = e.getSQLState();
    return state == null || state.length() < 2 ? "" : state.substring(0, 2);
  }

  /** Whether the pool had no connection to give. */
  static boolean isWaitInVain(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLTransientConnectionException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root instanceof ExecutionException && root.getCause() != null) {
      root = root.getCause();
    }
    return root;
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
