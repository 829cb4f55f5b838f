package io.latchkey.ldap.token;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens that differ by their number. */
final class Tokens {

  static final TokenOwner OWNER = new TokenOwner("acme", "ci");
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private Tokens() {}

  static NewToken token(long number) {
    return token(number, digest(number));
  }

  static NewToken token(long number, TokenDigest digest) {
    return token(OWNER, number, digest, NOW.plusSeconds(3600));
  }

  static NewToken expired(long number) {
    return token(OWNER, number, digest(number), NOW.minusSeconds(1));
  }

  static NewToken token(TokenOwner owner, long number, TokenDigest digest, Instant expires) {
    return new NewToken(
        number,
        owner,
        digest,
        NOW,
        expires,
        List.of("openid", "urn:scope"),
        Optional.of("token " + number));
  }

  static TokenDigest digest(long number) {
    return new TokenDigest("SHA-256", "", ByteBuffer.allocate(32).putLong(number).array());
  }
}
