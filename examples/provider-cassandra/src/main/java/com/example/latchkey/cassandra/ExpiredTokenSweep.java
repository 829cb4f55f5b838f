package com.example.latchkey.cassandra;

import io.latchkey.spi.token.TokenOwner;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One call of {@code removeExpired}. It reads all tokens of all owners; what it removes it removes
 * owner by owner.
 */
final class ExpiredTokenSweep {

  private final CassandraTokenStore.Parts parts;
  private final Instant before;
  private final int limit;

  ExpiredTokenSweep(CassandraTokenStore.Parts parts, Instant before, int limit) {
    this.parts = parts;
    this.before = before;
    this.limit = limit;
  }

  int result() {
    Set<TokenOwner> owners = new LinkedHashSet<>();
    new TokenListing(parts)
        .readEach(
            parts.owners().all().stream().map(TokenListing.Owner::of).toList(),
            row -> {
              if (isExpired(row)) {
                owners.add(row.token().owner());
              }
            });
    int removed = 0;
    for (TokenOwner owner : owners) {
      if (removed == limit) {
        break;
      }
      removed += sweep(owner, limit - removed);
    }
    return removed;
  }

  /** Each owner has a time limit of its own. */
  private int sweep(TokenOwner owner, int most) {
    Deadline deadline = parts.access().deadline();
    TokenRemoval removal = new TokenRemoval(parts, deadline, owner, false);
    return removal.remove(
        settled ->
            parts.tokens().allLive(deadline, owner, settled).stream()
                .filter(this::isExpired)
                .limit(most - removal.removed())
                .toList());
  }

  private boolean isExpired(TokenRow row) {
    return row.expirationDate().isBefore(before);
  }
}
