package com.example.latchkey.cassandra;

import io.latchkey.spi.token.TokenOwner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
  private Optional<Batch> open = Optional.empty();
  private int removed;
  private long lastSequence;

  /** What goes in one step. */
  private record Batch(UUID nonce, List<TokenRow> rows) {}

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
    open.ifPresent(this::lookFor);
    open = Optional.empty();
    List<TokenRow> rows = selection.rows(again);
    if (rows.isEmpty()) {
      return Optional.of(removed);
    }
    long last = counted ? tokens.lastSequence(deadline, owner, again) : 0;
    for (int i = 0; i < rows.size(); i += BATCH) {
      Batch batch = new Batch(UUID.randomUUID(), rows.subList(i, Math.min(i + BATCH, rows.size())));
      open = Optional.of(batch);
      if (!write(batch, last)) {
        return Optional.empty();
      }
      open = Optional.empty();
      last += counted ? batch.rows().size() : 0;
      hasGone(batch, last);
    }
    return Optional.of(removed);
  }

  private boolean write(Batch batch, long last) {
    int size = batch.rows().size();
    return access.writeTogether(
        deadline,
        statements -> {
          var changes =
              IntStream.range(0, size)
                  .mapToObj(
                      i ->
                          statements.remove(
                              owner,
                              batch.rows().get(i),
                              batch.nonce(),
                              counted ? last + 1 + i : 0));
          return counted
              ? Stream.concat(Stream.of(statements.count(owner, last, last + size)), changes)
                  .toList()
              : changes.toList();
        });
  }

  /** A batch goes as one: the last of its rows tells of all. */
  private void lookFor(Batch batch) {
    TokenRow sample = batch.rows().get(batch.rows().size() - 1);
    Claim claim = new Claim(owner, sample.tokenId(), sample.attempt());
    tokens
        .attempt(deadline, claim, true)
        .filter(row -> row.wasRemovedBy(batch.nonce()))
        .ifPresent(row -> hasGone(batch, row.removalSequence()));
  }

  private void hasGone(Batch batch, long sequence) {
    removed += batch.rows().size();
    lastSequence = sequence;
    Map<String, UUID> holders = new HashMap<>();
    for (TokenRow row : batch.rows()) {
      holders.put(Names.of(row.tokenId()), row.attempt());
      holders.put(row.digestName(), row.attempt());
    }
    claims.release(deadline, holders);
  }
}
