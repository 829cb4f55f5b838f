package io.latchkey.bench.faults.history;

import java.util.Map;

/**
 * One call of a client. Immutable.
 *
 * @param kind what was asked for
 * @param server who was asked
 * @param user whose tokens it is about
 * @param token the id of the token; empty for a list, and where the client does not know it
 * @param start when it was sent, by {@link System#nanoTime}
 * @param end when the answer was there, or was given up
 * @param outcome what the client knows afterwards
 * @param sequence the number of the event; 0 without one
 * @param listed the ids that a list held, each with its sequence
 */
public record Operation(
    Kind kind,
    Server server,
    String user,
    String token,
    long start,
    long end,
    Outcome outcome,
    long sequence,
    Map<String, Long> listed) {

  /** What a client asks for. */
  public enum Kind {
    /** A token, by an administrator. */
    CREATE,
    /** A token that expires while clocks are stepped. */
    CREATE_SHORT_LIVED,
    /** A token that must be refused. */
    CREATE_EXPIRED,
    /** Anything, with a token that a server once gave out. */
    USE,
    /** Anything, with a token that nobody gave out. */
    USE_OF_STRANGER,
    /** The removal of a token, by an administrator. */
    REMOVE,
    /** The tokens of a user, by an administrator. */
    LIST
  }

  /**
   * A process that answers.
   *
   * @param node the number of the node
   * @param run how often it was started before
   */
  public record Server(int node, int run) {}

  /** Copies the list. */
  public Operation {
    listed = Map.copyOf(listed);
  }

  boolean isCreate() {
    return kind == Kind.CREATE || kind == Kind.CREATE_SHORT_LIVED;
  }

  boolean isUse() {
    return kind == Kind.USE;
  }

  boolean is(Kind other, Outcome expected) {
    return kind == other && outcome == expected;
  }

  /** Whether it was over before the other one began. */
  boolean isBefore(Operation other) {
    return end < other.start;
  }

  /** In milliseconds since an instant; a list only by its size. */
  String describe(long origin) {
    return "%s user %s%s on node %d run %d, %.1f to %.1f ms: %s%s%s"
        .formatted(
            kind,
            user,
            token.isEmpty() ? "" : " token " + token,
            server.node(),
            server.run(),
            (start - origin) / 1e6,
            (end - origin) / 1e6,
            outcome,
            sequence == 0 ? "" : " sequence " + sequence,
            kind == Kind.LIST ? " of " + listed.size() : "");
  }
}
