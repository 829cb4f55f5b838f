package io.latchkey.core.token;

import io.latchkey.spi.token.TokenDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the digests under which tokens are kept: SHA-256 of the whole token, or HMAC-SHA-256 of it
 * with a {@link Pepper}.
 *
 * <p>No slow hash: against 256 random bits there is nothing to be guessed (OWASP ASVS 5, 6.5.2), so
 * a slow hash would only help whoever floods the host with garbage.
 *
 * <p>Immutable, and thread-safe with it.
 */
public final class TokenDigester {

  private final List<Pepper> peppers;
  private final boolean plainAccepted;

  private TokenDigester(List<Pepper> peppers, boolean plainAccepted) {
    this.peppers = List.copyOf(peppers);
    this.plainAccepted = plainAccepted;
  }

  /**
   * A digester without a pepper.
   *
   * @return a digester by SHA-256
   */
  public static TokenDigester plain() {
    return new TokenDigester(List.of(), true);
  }

  /**
   * A digester with peppers.
   *
   * @param peppers the current one first, then the retired ones with which older tokens were
   *     digested
   * @param plainAccepted whether tokens that were digested without a pepper are still recognised
   * @return a digester by HMAC-SHA-256
   */
  public static TokenDigester peppered(List<Pepper> peppers, boolean plainAccepted) {
    if (peppers.isEmpty()) {
      throw new IllegalArgumentException("peppers must not be empty");
    }
    return new TokenDigester(peppers, plainAccepted);
  }

  /**
   * The digest under which a new token is kept.
   *
   * @param token a token
   * @return its digest by the current pepper, or without one
   */
  public TokenDigest digest(ClearToken token) {
    return peppers.isEmpty() ? sha256(token) : hmac(token, peppers.get(0));
  }

  /**
   * The digests under which a token may have been kept, the current one first.
   *
   * @param token a token
   * @return one or more digests
   */
  public List<TokenDigest> candidates(ClearToken token) {
    if (peppers.isEmpty()) {
      return List.of(sha256(token));
    }
    List<TokenDigest> digests = new ArrayList<>(peppers.size() + 1);
    for (Pepper pepper : peppers) {
      digests.add(hmac(token, pepper));
    }
    if (plainAccepted) {
      digests.add(sha256(token));
    }
    return digests;
  }

  private static TokenDigest sha256(ClearToken token) {
    return new TokenDigest(Sha256.ALGORITHM, "", Sha256.digest(token.ascii()));
  }

  private static TokenDigest hmac(ClearToken token, Pepper pepper) {
    return new TokenDigest(Pepper.ALGORITHM, pepper.keyId(), pepper.hmac(token.ascii()));
  }
}
