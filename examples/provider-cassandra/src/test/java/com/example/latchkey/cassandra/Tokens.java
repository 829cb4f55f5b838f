package com.example.latchkey.cassandra;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tokens to store. */
final class Tokens {

  static final TokenOwner OWNER = new TokenOwner("org-1", "user-1");
  static final TokenOwner OTHER = new TokenOwner("org-1", "user-2");
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private Tokens() {}

  static NewToken token(TokenOwner owner, long tokenId) {
    return new NewToken(
        tokenId,
        owner,
        digest(tokenId),
        NOW,
        NOW.plusSeconds(3600),
        List.of("openid"),
        Optional.empty());
  }

  static TokenDigest digest(long number) {
    return new TokenDigest("SHA-256", "", ByteBuffer.allocate(32).putLong(number).array());
  }
}
