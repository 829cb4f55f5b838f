package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Makes a token and stores it; checks nothing.
 *
 * <p>Thread-safe.
 */
public final class TokenMint {

  /** What every token may be used for, as the contract has it. */
  private static final List<String> SCOPES =
      List.of(
          "openid",
          "profile",
          "urn:zitadel:iam:user:metadata",
          "urn:zitadel:iam:user:resourceowner");

  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * A second token with one id means that two nodes met on a number; five in a row mean a broken
   * store.
   */
  private static final int TRIES = 5;

  private final TokenStore store;
  private final TokenFormat format;
  private final TokenDigester digester;
  private final TimeOrderedIds ids;

  /**
   * Creates a mint.
   *
   * @param store where tokens are kept
   * @param format what they look like
   * @param digester what is kept of them
   * @param ids how they are numbered
   */
  public TokenMint(
      TokenStore store, TokenFormat format, TokenDigester digester, TimeOrderedIds ids) {
    this.store = requireNonNull(store, "store");
    this.format = requireNonNull(format, "format");
    this.digester = requireNonNull(digester, "digester");
    this.ids = requireNonNull(ids, "ids");
  }

  /**
   * Makes and stores a token.
   *
   * @param owner whose token it is
   * @param expirationDate when it expires, of any precision; absent for 9999-12-31T23:59:59Z
   * @param name its name
   * @param now when it is created, of any precision
   * @return the token
   */
  public Issued issue(
      TokenOwner owner, Optional<Instant> expirationDate, Optional<String> name, Instant now) {
    for (int i = 0; i < TRIES; i++) {
      ClearToken clear = format.generate();
      NewToken token =
          new NewToken(
              ids.next(),
              owner,
              digester.digest(clear),
              now.truncatedTo(ChronoUnit.MICROS),
              expirationDate.orElse(NEVER).truncatedTo(ChronoUnit.MICROS),
              SCOPES,
              name);
      Optional<StoredToken> stored = store(token);
      if (stored.isPresent()) {
        return new Issued(stored.get(), clear);
      }
    }
    throw new ProviderUnavailableException(
        "the token store called " + TRIES + " new tokens duplicates", Effect.NONE, null);
  }

  private Optional<StoredToken> store(NewToken token) {
    try {
      return store.create(token) instanceof CreateResult.Created created
          ? Optional.of(created.token())
          : Optional.empty();
    } catch (ProviderUnavailableException e) {
      if (e.effect() == Effect.NONE) {
        throw e;
      }
      return Optional.of(storedAllTheSame(token, e));
    }
  }

  /**
   * The answer of the store was lost; since id and digest are ours, the store can be asked whether
   * the token is there.
   */
  private StoredToken storedAllTheSame(NewToken token, ProviderUnavailableException lost) {
    try {
      return store.findByDigest(token.digest()).orElseThrow(() -> lost);
    } catch (ProviderUnavailableException e) {
      if (e != lost) {
        lost.addSuppressed(e);
      }
      throw lost;
    }
  }
}
