package io.latchkey.hibernate.database;

import java.util.Optional;

/** What MariaDB's numbers of errors say to an operator; its SQLSTATEs tell few of them apart. */
final class MariaDbFailures {

  /** A wait for a lock was given up. Only its statement is undone, not the transaction. */
  static final int LOCKED = 1205;

  /** The server has been told to take no changes, as a replica is. */
  static final int READ_ONLY = 1290;

  /** An administrator has ended a statement, which leaves a transaction open. */
  static final int INTERRUPTED = 1317;

  /** A statement took longer than {@code max_statement_time}, which leaves one open too. */
  static final int TIMED_OUT = 1969;

  private MariaDbFailures() {}

  /**
   * Whether the server has refused a statement, all of which is undone. Its answer says nothing if
   * it is about to shut down, was told to end the call or the connection, or failed in a commit; a
   * number that is not positive is the driver's, which has no answer.
   */
  static boolean isRefusal(int error) {
    return switch (error) {
      case INTERRUPTED, TIMED_OUT, 1053, 1180, 1927 -> false;
      default -> error > 0;
    };
  }

  static Optional<String> told(int error) {
    return switch (error) {
      case 1045, 1698 -> Optional.of("refuses the user or the password");
      case 1044 -> Optional.of("does not exist, or is not the user's: grant it all rights there");
      case 1049 -> Optional.of("does not exist");
      case 1142, 1143, 1227, 1370 ->
          Optional.of("does not let the user do this: grant it all rights there");
      case 1129, 1130 -> Optional.of("takes no connections from this host");
      case 1040, 1203, 1226 -> Optional.of("takes no more connections");
      case 1021, 1114 -> Optional.of("has no space left on its disk");
      case READ_ONLY, 1792, 1836 -> Optional.of("is read-only, as a replica is");
      case 1047 -> Optional.of("is on a node that is not part of its cluster now");
      case 1053, 1927 -> Optional.of("is shutting down, or has ended the connection");
      case LOCKED -> Optional.of("has had a lock held by another transaction for too long");
      default -> Optional.empty();
    };
  }
}
