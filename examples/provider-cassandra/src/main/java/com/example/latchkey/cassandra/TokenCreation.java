package com.example.latchkey.cassandra;

import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One call of {@code create}. It claims the token id and then the digest, for an attempt of its
 * own, and with both in hand writes the token and counts the event, in one step in the partition of
 * the owner. Claims in one order for all: so nobody waits for somebody who waits for him.
 */
final class TokenCreation {

  private final ClusterAccess access;
  private final Claims claims;
  private final Owners owners;
  private final OwnerTokens tokens;
  private final Turns turns;
  private final Deadline deadline;
  private final NewToken token;

  TokenCreation(CassandraTokenStore.Parts parts, NewToken token) {
    this.access = parts.access();
    this.claims = parts.claims();
    this.owners = parts.owners();
    this.tokens = parts.tokens();
    this.turns = parts.turns();
    this.deadline = access.deadline();
    this.token = token;
  }

  CreateResult result() {
    String id = Names.of(token.tokenId());
    while (true) {
      Claim claim = new Claim(token.owner(), token.tokenId(), UUID.randomUUID());
      if (!claims.acquire(deadline, id, claim)) {
        return new CreateResult.Duplicate();
      }
      if (!claims.acquire(deadline, Names.of(token.digest()), claim)) {
        claims.release(deadline, Map.of(id, claim.attempt()));
        return new CreateResult.Duplicate();
      }
      OptionalLong sequence = turns.inTurn(token.owner(), deadline, () -> commit(claim));
      if (sequence.isPresent()) {
        return new CreateResult.Created(StoredToken.created(token, sequence.getAsLong()));
      }
      if (deadline.hasPassed()) {
        throw Failures.late(Effect.NONE);
      }
    }
  }

  /** The number of the event; absent if somebody took us for dead and aborted the attempt. */
  private OptionalLong commit(Claim claim) {
    return new Attempts(deadline).untilKnown(again -> commit(claim, again));
  }

  private Optional<OptionalLong> commit(Claim claim, boolean again) {
    if (again) {
      Optional<TokenRow> row = tokens.attempt(deadline, claim, true);
      if (row.isPresent()) {
        // If it is gone by now, it was there in between.
        return Optional.of(
            row.get().wasCreated() ? OptionalLong.of(row.get().sequence()) : OptionalLong.empty());
      }
    }
    long last = tokens.lastSequence(deadline, token.owner(), again);
    if (last == 0) {
      owners.add(deadline, token.owner());
    }
    boolean committed =
        access.writeTogether(
            deadline,
            statements ->
                List.of(
                    statements.count(token.owner(), last, last + 1),
                    statements.create(token, claim.attempt(), last + 1)));
    return committed ? Optional.of(OptionalLong.of(last + 1)) : Optional.empty();
  }
}
