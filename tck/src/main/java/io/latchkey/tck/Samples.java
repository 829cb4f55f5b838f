package io.latchkey.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Tokens to store, and variations of them. */
final class Samples {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");
  static final Instant LATER = NOW.plus(1, ChronoUnit.HOURS);
  static final TokenOwner OWNER = new TokenOwner("org-1", "user-1");
  static final TokenOwner SAME_ORGANIZATION = new TokenOwner("org-1", "user-2");
  static final TokenOwner SAME_USER_ID = new TokenOwner("org-2", "user-1");

  private Samples() {}

  /** A token like any other, of which id, owner and digest are its own. */
  static NewToken token(TokenOwner owner, long tokenId) {
    return new NewToken(
        tokenId,
        owner,
        digest(tokenId),
        NOW,
        NOW.plus(30, ChronoUnit.DAYS),
        List.of("openid", "profile"),
        Optional.empty());
  }

  static TokenDigest digest(long number) {
    return digestOf(Long.toString(number));
  }

  static TokenDigest digestOf(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return new TokenDigest("SHA-256", "", digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static NewToken withOwner(NewToken token, TokenOwner owner) {
    return new NewToken(
        token.tokenId(),
        owner,
        token.digest(),
        token.creationDate(),
        token.expirationDate(),
        token.scopes(),
        token.name());
  }

  static NewToken withDigest(NewToken token, TokenDigest digest) {
    return new NewToken(
        token.tokenId(),
        token.owner(),
        digest,
        token.creationDate(),
        token.expirationDate(),
        token.scopes(),
        token.name());
  }

  static NewToken withDates(NewToken token, Instant creationDate, Instant expirationDate) {
    return new NewToken(
        token.tokenId(),
        token.owner(),
        token.digest(),
        creationDate,
        expirationDate,
        token.scopes(),
        token.name());
  }

  static NewToken withScopes(NewToken token, List<String> scopes) {
    return new NewToken(
        token.tokenId(),
        token.owner(),
        token.digest(),
        token.creationDate(),
        token.expirationDate(),
        scopes,
        token.name());
  }

  static NewToken withName(NewToken token, String name) {
    return new NewToken(
        token.tokenId(),
        token.owner(),
        token.digest(),
        token.creationDate(),
        token.expirationDate(),
        token.scopes(),
        Optional.of(name));
  }

  static NewToken expiring(NewToken token, Instant expirationDate) {
    return withDates(token, token.creationDate(), expirationDate);
  }

  static List<Long> ids(List<StoredToken> tokens) {
    return tokens.stream().map(StoredToken::tokenId).toList();
  }
}
