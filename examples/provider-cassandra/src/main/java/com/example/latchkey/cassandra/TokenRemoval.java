package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import io.latchkey.spi.token.TokenOwner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Removes tokens of one owner: each batch of them in one step, which also counts the events if they
 * are events. The rows stay as marks for a day, so that whoever has lost an answer finds it there.
 */
final class TokenRemoval {

  /** Few enough for a batch that no node refuses. */
  private static final int BATCH = 20;

  private final ClusterAccess access;
  private final Claims claims;
  private final OwnerTokens tokens;
  private final Turns turns;
  private final Deadline deadline;
  private final TokenOwner owner;
  private final boolean counted;

  /** Told apart from other calls by this, in each of its tries. */
  private final UUID call = UUID.randomUUID();

  /** What was sent and not confirmed: the rows, by their attempts. */
  private final Map<UUID, TokenRow> inQuestion = new LinkedHashMap<>();

  private int removed;
  private long lastSequence;

  /** Which tokens are to go, as they are now. */
  interface Selection {
    List<TokenRow> rows(boolean settled);
  }

  TokenRemoval(
      CassandraTokenStore.Parts parts, Deadline deadline, TokenOwner owner, boolean counted) {
    this.access = parts.access();
    this.claims = parts.claims();
    this.tokens = parts.tokens();
    this.turns = parts.turns();
    this.deadline = deadline;
    this.owner = owner;
    this.counted = counted;
  }

  /** Removes what the selection names until it names nothing more; the number of removed tokens. */
  int remove(Selection selection) {
    return turns.inTurn(
        owner,
        deadline,
        () -> new Attempts(deadline).untilKnown(again -> removeAll(selection, again)));
  }

  /** How many tokens have gone so far. */
  int removed() {
    return removed;
  }

  /** The number of the event that removed the last token; 0 if it was no event. */
  long lastSequence() {
    return lastSequence;
  }

  private Optional<Integer> removeAll(Selection selection, boolean again) {
    List<TokenRow> rows;
    int before;
    do {
      before = removed;
      rows = selection.rows(again);
      // Afterwards: what is not selected any more may have gone by this call.
      lookForWhatIsInQuestion();
    } while (removed != before);
    if (rows.isEmpty()) {
      return Optional.of(removed);
    }
    long last = counted ? tokens.lastSequence(deadline, owner, again) : 0;
    for (int i = 0; i < rows.size(); i += BATCH) {
      List<TokenRow> batch = rows.subList(i, Math.min(i + BATCH, rows.size()));
      batch.forEach(row -> inQuestion.put(row.attempt(), row));
      if (!write(batch, last)) {
        return Optional.empty();
      }
      last += counted ? batch.size() : 0;
      hasGone(batch, last);
    }
    return Optional.of(removed);
  }

  private boolean write(List<TokenRow> batch, long last) {
    return access.writeTogether(
        deadline,
        statements -> {
          List<BoundStatement> changes = new ArrayList<>();
          if (counted) {
            changes.add(statements.count(owner, last, last + batch.size()));
          }
          for (TokenRow row : batch) {
            long sequence = counted ? last + changes.size() : 0;
            changes.add(statements.remove(owner, row, call, sequence));
          }
          return changes;
        });
  }

  private void lookForWhatIsInQuestion() {
    for (TokenRow row : List.copyOf(inQuestion.values())) {
      tokens
          .attempt(deadline, new Claim(owner, row.tokenId(), row.attempt()), true)
          .filter(now -> now.wasRemovedBy(call))
          .ifPresent(now -> hasGone(List.of(row), now.removalSequence()));
    }
  }

  private void hasGone(List<TokenRow> rows, long sequence) {
    removed += rows.size();
    lastSequence = sequence;
    Map<String, UUID> holders = new HashMap<>();
    for (TokenRow row : rows) {
      inQuestion.remove(row.attempt());
      holders.put(Names.of(row.tokenId()), row.attempt());
      holders.put(row.digestName(), row.attempt());
    }
    claims.release(deadline, holders);
  }
}
