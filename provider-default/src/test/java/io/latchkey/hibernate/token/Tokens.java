package io.latchkey.hibernate.token;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens that differ by their number. */
public final class Tokens {

  public static final TokenOwner OWNER = new TokenOwner("acme", "ci");
  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private Tokens() {}

  public static NewToken token(long number) {
    return token(OWNER, number);
  }

  public static NewToken token(TokenOwner owner, long number) {
    return token(owner, number, NOW, NOW.plusSeconds(3600));
  }

  public static NewToken token(TokenOwner owner, long number, Instant created, Instant expires) {
    return new NewToken(
        number,
        owner,
        digest(number),
        created,
        expires,
        List.of("openid", "urn:scope"),
        Optional.of("token " + number));
  }

  public static TokenDigest digest(long number) {
    return new TokenDigest("SHA-256", "", ByteBuffer.allocate(32).putLong(number).array());
  }
}
