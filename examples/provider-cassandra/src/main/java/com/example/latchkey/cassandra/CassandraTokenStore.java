package com.example.latchkey.cassandra;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tokens in Cassandra. A token is there once the partition of its owner has it alive; that and the
 * count of the event are one step of Paxos, confirmed by a quorum. So what has returned survives
 * the death of this process and of any minority of the nodes; whether it survives a loss of power
 * of all of them at once depends on their {@code commitlog_sync}.
 */
public final class CassandraTokenStore implements TokenStore {

  private final Parts parts;

  /** What the calls work with. */
  record Parts(
      ClusterAccess access, Claims claims, Owners owners, OwnerTokens tokens, Turns turns) {}

  CassandraTokenStore(Settings settings) {
    this(new ClusterAccess(settings));
  }

  CassandraTokenStore(ClusterAccess access) {
    this.parts =
        new Parts(
            access, new Claims(access), new Owners(access), new OwnerTokens(access), new Turns());
  }

  /** For tests of what happens between two steps. */
  Parts parts() {
    return parts;
  }

  @Override
  public CreateResult create(NewToken token) {
    requireNonNull(token, "token");
    return new TokenCreation(parts, token).result();
  }

  /** Two reads by primary key: who holds the digest, and whether that token lives. */
  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    requireNonNull(digest, "digest");
    Deadline deadline = parts.access().deadline();
    return parts
        .claims()
        .holder(deadline, Names.of(digest))
        .flatMap(claim -> parts.tokens().attempt(deadline, claim, false))
        .filter(TokenRow::isLive)
        .map(TokenRow::token);
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    requireNonNull(owner, "owner");
    Arguments.tokenId(tokenId);
    return parts
        .tokens()
        .live(parts.access().deadline(), owner, tokenId, false)
        .map(TokenRow::token);
  }

  @Override
  public TokenPage list(TokenQuery query) {
    requireNonNull(query, "query");
    return new TokenListing(parts).page(query);
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    requireNonNull(owner, "owner");
    Arguments.tokenId(tokenId);
    Arguments.instant(at, "at");
    Deadline deadline = parts.access().deadline();
    TokenRemoval removal = new TokenRemoval(parts, deadline, owner, true);
    int removed =
        removal.remove(
            settled ->
                removal.removed() > 0
                    ? List.of()
                    : parts.tokens().live(deadline, owner, tokenId, settled).stream().toList());
    return removed == 0 ? Optional.empty() : Optional.of(new Removal(removal.lastSequence(), at));
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    requireNonNull(owner, "owner");
    Arguments.instant(at, "at");
    Deadline deadline = parts.access().deadline();
    return new TokenRemoval(parts, deadline, owner, true)
        .remove(settled -> parts.tokens().allLive(deadline, owner, settled));
  }

  @Override
  public int removeExpired(Instant before, int limit) {
    Arguments.instant(before, "before");
    Arguments.limit(limit);
    return new ExpiredTokenSweep(parts, before, limit).result();
  }

  /** Reads as a quorum, as every call does. */
  @Override
  public CheckResult check() {
    Deadline deadline = parts.access().deadline();
    try {
      parts.claims().holder(deadline, "check");
      return CheckResult.ok();
    } catch (ProviderUnavailableException e) {
      return CheckResult.failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    parts.access().close();
  }
}
