package io.latchkey.hibernate.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.TokenOwner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What stores have answered, and whether the tables agree.
 *
 * <p>Thread-safe.
 */
final class TokenHistory {

  /** An event that was acknowledged; two that are equal are a sequence given twice. */
  private record Event(String userId, long sequence) {}

  private final Queue<Event> events = new ConcurrentLinkedQueue<>();

  /** By token id, the sequence of each create that was acknowledged. */
  private final Map<Long, Long> created = new ConcurrentHashMap<>();

  private final Set<Long> removed = ConcurrentHashMap.newKeySet();
  private final Set<Long> neverMade = ConcurrentHashMap.newKeySet();
  private final Set<Long> maybeRemoved = ConcurrentHashMap.newKeySet();

  /** By user, how many calls may have counted an event or not. */
  private final Map<String, Integer> unknown = new ConcurrentHashMap<>();

  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  void created(TokenOwner owner, long id, long sequence) {
    created.put(id, sequence);
    events.add(new Event(owner.userId(), sequence));
  }

  void removed(TokenOwner owner, long id, long sequence) {
    removed.add(id);
    events.add(new Event(owner.userId(), sequence));
  }

  void neverMade(long id) {
    neverMade.add(id);
  }

  void maybeCreated(TokenOwner owner) {
    unknown.merge(owner.userId(), 1, Integer::sum);
  }

  void maybeRemoved(TokenOwner owner, long id) {
    maybeRemoved.add(id);
    unknown.merge(owner.userId(), 1, Integer::sum);
  }

  /** An answer that contradicts an earlier one. */
  void wrong(String answer) {
    wrong.add(answer);
  }

  /** How many events were acknowledged. */
  int size() {
    return events.size();
  }

  /** How many calls were answered by that nobody can tell. */
  int unknown() {
    return unknown.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** By JDBC alone: it is the tables that are looked at, not the provider. No call is under way. */
  void assertKept(PostgresDatabase database) throws SQLException {
    Map<Long, Long> kept = new HashMap<>();
    Map<String, Long> counted = new HashMap<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT token_id, event_sequence FROM latchkey_token")) {
        while (rows.next()) {
          kept.put(rows.getLong(1), rows.getLong(2));
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT user_id, last_sequence FROM latchkey_event_counter")) {
        while (rows.next()) {
          counted.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    assertTokens(kept);
    assertSequences(counted);
  }

  private void assertTokens(Map<Long, Long> kept) {
    assertThat(wrong).as("answers that contradict an earlier one").isEmpty();
    Map<Long, Long> expected = new HashMap<>(created);
    expected.keySet().removeAll(removed);
    expected.keySet().removeAll(maybeRemoved);
    assertThat(kept).as("tokens whose create was acknowledged").containsAllEntriesOf(expected);
    assertThat(kept.keySet())
        .as("tokens that were removed, or never made")
        .noneMatch(removed::contains)
        .noneMatch(neverMade::contains);
  }

  /** What is missing from 1 to the last one are the events that nobody could tell of. */
  private void assertSequences(Map<String, Long> counted) {
    Set<Event> distinct = new HashSet<>(events);
    assertThat(distinct).as("sequences, none twice").hasSize(events.size());
    counted.forEach(
        (user, last) -> {
          long known =
              distinct.stream()
                  .filter(event -> event.userId().equals(user))
                  .peek(event -> assertThat(event.sequence()).isBetween(1L, last))
                  .count();
          assertThat(last - known)
              .as("events of %s that were not acknowledged", user)
              .isBetween(0L, unknown.getOrDefault(user, 0).longValue());
        });
  }
}
