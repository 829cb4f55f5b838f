package io.latchkey.hibernate.token;

import static java.util.Objects.requireNonNull;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.LastUseRecorder;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.RecentRemovals;
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

  private final Transactions database;
  private final TokenWriter writer;
  private final Optional<RemovalLog> removals;
  private final TokenListing listing;
  private final ExpiredTokenSweep sweep;
  private final LastUseRecorder lastUse;

  /**
   * Creates a store on any database.
   *
   * @param database the database, which this store alone closes
   */
  public HibernateTokenStore(Transactions database) {
    this(
        requireNonNull(database, "database"),
        new TransactionTokenWriter(database, Optional.empty()),
        Optional.empty());
  }

  private HibernateTokenStore(
      Transactions database, TokenWriter writer, Optional<RemovalLog> removals) {
    this.database = database;
    this.writer = writer;
    this.removals = removals;
    this.listing = new TokenListing(database);
    this.sweep = new ExpiredTokenSweep(database);
    this.lastUse = new HibernateLastUseRecorder(database);
  }

  /**
   * Creates a store on PostgreSQL, which takes less time than one for any database, and tells other
   * servers of what it removes.
   *
   * @param database the database, which this store alone closes
   * @return the store
   */
  public static HibernateTokenStore onPostgres(Transactions database) {
    RemovalLog removals =
        new RemovalLog(requireNonNull(database, "database"), PostgresTokenWriter.NOW);
    return new HibernateTokenStore(
        database, new PostgresTokenWriter(database, removals), Optional.of(removals));
  }

  /**
   * Creates a store on MariaDB, in sessions in UTC, which takes less time than one for any
   * database, and tells other servers of what it removes.
   *
   * @param database the database, which this store alone closes
   * @return the store
   */
  public static HibernateTokenStore onMariaDb(Transactions database) {
    RemovalLog removals =
        new RemovalLog(requireNonNull(database, "database"), MariaDbTokenWriter.NOW);
    return new HibernateTokenStore(
        database, new MariaDbTokenWriter(database, removals), Optional.of(removals));
  }

  @Override
  public CreateResult create(NewToken token) {
    return writer
        .create(requireNonNull(token, "token"))
        .<CreateResult>map(
            sequence -> new CreateResult.Created(StoredToken.created(token, sequence)))
        .orElseGet(CreateResult.Duplicate::new);
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
    return writer.remove(key, tokenId).map(sequence -> new Removal(sequence, at));
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    OwnerKey key = OwnerKey.of(requireNonNull(owner, "owner"));
    Arguments.instant(at, "at");
    return writer.removeAll(key);
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
  public Optional<RecentRemovals> recentRemovals() {
    return removals.map(log -> log);
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
