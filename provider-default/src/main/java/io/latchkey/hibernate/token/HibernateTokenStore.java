package io.latchkey.hibernate.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.LastUseRecorder;
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
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.hibernate.query.MutationQuery;

/**
 * Tokens in a relational database. On H2 in a file what {@code create}, {@code remove} and {@code
 * removeAll} have returned survives the death of the process, and, unless the key {@code sync} is
 * {@code false}, a loss of power too.
 */
public final class HibernateTokenStore implements TokenStore {

  /** What is mapped to the tables of tokens; no other name of an entity begins as theirs do. */
  public static final List<Class<?>> ENTITIES = List.of(TokenRow.class, EventCounterRow.class);

  private static final String BY_DIGEST =
      "select * from latchkey_token where digest = :digest"
          + " and digest_algorithm = :algorithm and digest_key_id = :keyId";
  private static final String BY_ID =
      "select * from latchkey_token where token_id = :tokenId"
          + " and organization_id = :organizationId and user_id = :userId";
  private static final String DELETE =
      "delete from latchkey_token where token_id = :tokenId"
          + " and organization_id = :organizationId and user_id = :userId";
  private static final String DELETE_ALL =
      "delete from latchkey_token"
          + " where organization_id = :organizationId and user_id = :userId";

  private final Transactions database;
  private final TokenListing listing;
  private final ExpiredTokenSweep sweep;
  private final LastUseRecorder lastUse;

  /**
   * Creates a store.
   *
   * @param database the database, which this store alone closes
   */
  public HibernateTokenStore(Transactions database) {
    this.database = requireNonNull(database, "database");
    this.listing = new TokenListing(database);
    this.sweep = new ExpiredTokenSweep(database);
    this.lastUse = new HibernateLastUseRecorder(database);
  }

  @Override
  public CreateResult create(NewToken token) {
    OwnerKey owner = OwnerKey.of(requireNonNull(token, "token").owner());
    while (true) {
      Optional<Attempt> attempt = database.change(session -> insert(session, owner, token));
      if (attempt.isEmpty()) {
        return new CreateResult.Duplicate();
      }
      if (attempt.get().sequence().isPresent()) {
        return new CreateResult.Created(StoredToken.created(token, attempt.get().sequence().get()));
      }
      EventCounter.ensure(database, owner);
    }
  }

  /** A try to create a token; without a sequence, its owner has no counter yet. */
  private record Attempt(Optional<Long> sequence) {}

  /** The counter is written last: a duplicate leaves it as it is. */
  private static Optional<Attempt> insert(
      StatelessSession session, OwnerKey owner, NewToken token) {
    Optional<Long> sequence = EventCounter.lock(session, owner).map(last -> last + 1);
    if (sequence.isPresent()) {
      try {
        session.insert(new TokenRow(token, sequence.get()));
      } catch (ConstraintViolationException e) {
        if (e.getKind() == ConstraintKind.UNIQUE) {
          return Optional.empty();
        }
        throw e;
      }
      EventCounter.set(session, owner, sequence.get());
    }
    return Optional.of(new Attempt(sequence));
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    byte[] value = requireNonNull(digest, "digest").value();
    return database.read(
        session ->
            session
                .createNativeQuery(BY_DIGEST, TokenRow.class)
                .setParameter("digest", value)
                .setParameter("algorithm", digest.algorithm())
                .setParameter("keyId", digest.keyId())
                .uniqueResultOptional()
                .map(TokenRow::toToken));
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    OwnerKey key = OwnerKey.of(requireNonNull(owner, "owner"));
    Arguments.tokenId(tokenId);
    return database.read(
        session ->
            session
                .createNativeQuery(BY_ID, TokenRow.class)
                .setParameter("tokenId", tokenId)
                .setParameter("organizationId", key.organizationId())
                .setParameter("userId", key.userId())
                .uniqueResultOptional()
                .map(TokenRow::toToken));
  }

  @Override
  public TokenPage list(TokenQuery query) {
    return listing.page(requireNonNull(query, "query"));
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    OwnerKey key = OwnerKey.of(requireNonNull(owner, "owner"));
    Arguments.tokenId(tokenId);
    Arguments.instant(at, "at");
    return database
        .change(session -> delete(session, DELETE, key, Optional.of(tokenId)))
        .map(deletion -> new Removal(deletion.last(), at));
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    OwnerKey key = OwnerKey.of(requireNonNull(owner, "owner"));
    Arguments.instant(at, "at");
    return database
        .change(session -> delete(session, DELETE_ALL, key, Optional.empty()))
        .map(Deletion::tokens)
        .orElse(0L);
  }

  /** What a delete has done: how many tokens went, and the number of the last event now. */
  private record Deletion(long tokens, long last) {}

  private static Optional<Deletion> delete(
      StatelessSession session, String delete, OwnerKey owner, Optional<Long> tokenId) {
    Optional<Long> last = EventCounter.lock(session, owner);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    MutationQuery query =
        session
            .createNativeMutationQuery(delete)
            .setParameter("organizationId", owner.organizationId())
            .setParameter("userId", owner.userId());
    tokenId.ifPresent(id -> query.setParameter("tokenId", id));
    long tokens = query.executeUpdate();
    if (tokens == 0) {
      return Optional.empty();
    }
    EventCounter.set(session, owner, last.get() + tokens);
    return Optional.of(new Deletion(tokens, last.get() + tokens));
  }

  @Override
  public int removeExpired(Instant before, int limit) {
    Arguments.instant(before, "before");
    Arguments.limit(limit);
    return sweep.sweep(before, limit);
  }

  @Override
  public Optional<LastUseRecorder> lastUse() {
    return Optional.of(lastUse);
  }

  @Override
  public CheckResult check() {
    return database.check();
  }

  @Override
  public void close() {
    database.close();
  }
}
