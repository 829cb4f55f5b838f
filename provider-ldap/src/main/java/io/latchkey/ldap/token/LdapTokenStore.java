package io.latchkey.ldap.token;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.DN;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens in a directory, flat below one entry, with the schema of {@code io/latchkey/ldap/schema}.
 *
 * <p>An event has happened once the event counter of its owner has counted it; then the entry of
 * the token is made visible, or deleted. What a call leaves undone that breaks off in between is
 * done by the next one that counts for the same owner: so a token whose removal could not be told
 * may be found for a while.
 *
 * <p>What has returned survives the death of this process; beyond that, durability is the server's.
 * With multi-master replication all nodes of a host must write to one server: conflicts that are
 * resolved after the fact cannot keep sequences apart.
 */
public final class LdapTokenStore implements TokenStore {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LdapAccess access;
  private final Duration patience;
  private final Container container;
  private final OwnerEvents events;
  private final TokenLookup lookup;
  private final TokenListing listing;
  private final SchemaCheck check;

  /**
   * Creates a store.
   *
   * @param access the server, which this store is the only one to close
   * @param base the entry below which tokens are kept; made by the operator, and for nothing else
   */
  public LdapTokenStore(LdapAccess access, DN base) {
    this(access, base, PATIENCE);
  }

  LdapTokenStore(LdapAccess access, DN base, Duration patience) {
    this.access = requireNonNull(access, "access");
    this.patience = patience;
    this.container = new Container(access, requireNonNull(base, "base"));
    this.events = new OwnerEvents(container);
    this.lookup = new TokenLookup(container, events);
    this.listing = new TokenListing(container);
    this.check = new SchemaCheck(access, base);
  }

  @Override
  public CreateResult create(NewToken token) {
    requireNonNull(token, "token");
    return new TokenCreation(container, events, new Patience(patience), token).result();
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    return lookup.byDigest(requireNonNull(digest, "digest"));
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    requireNonNull(owner, "owner");
    Arguments.tokenId(tokenId);
    return lookup.byId(owner, tokenId);
  }

  @Override
  public TokenPage list(TokenQuery query) {
    return listing.page(requireNonNull(query, "query"));
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    requireNonNull(owner, "owner");
    Arguments.tokenId(tokenId);
    Arguments.instant(at, "at");
    return new TokenRemoval(container, events, new Patience(patience), owner, tokenId).result(at);
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    requireNonNull(owner, "owner");
    Arguments.instant(at, "at");
    return new OwnerClearance(container, events, new Patience(patience), owner).result();
  }

  @Override
  public int removeExpired(Instant before, int limit) {
    Arguments.instant(before, "before");
    Arguments.limit(limit);
    return new ExpiredTokenSweep(container, before, limit).result();
  }

  @Override
  public CheckResult check() {
    return check.result();
  }

  @Override
  public void close() {
    access.close();
  }
}
