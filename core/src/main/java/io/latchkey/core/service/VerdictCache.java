package io.latchkey.core.service;

import io.latchkey.core.cache.RecentAnswers;
import io.latchkey.core.cache.Revocations;
import io.latchkey.core.service.Verification.Invalid;
import io.latchkey.core.service.Verification.Valid;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about tokens within the last {@code revocation-bound}, by their digests. Good
 * tokens and others are kept apart, so that a flood of tokens that were never issued drives no good
 * one out.
 *
 * <p>Thread-safe.
 */
public final class VerdictCache {

  private final RecentAnswers<TokenDigest, Verification> valid;
  private final RecentAnswers<TokenDigest, Verification> invalid;

  /**
   * Creates it, empty.
   *
   * @param size the most good tokens, and the most others, that are kept
   * @param revocations until when a verdict may be given again
   */
  public VerdictCache(int size, Revocations revocations) {
    valid = new RecentAnswers<>(size, revocations, Valid.class::isInstance, VerdictCache::token);
    invalid =
        new RecentAnswers<>(size, revocations, Invalid.class::isInstance, VerdictCache::token);
  }

  private static @Nullable StoredToken token(Verification verdict) {
    return verdict instanceof Valid good ? good.token() : null;
  }

  /** The verdict that is kept; null if the token must be {@linkplain #ask looked at}. */
  @Nullable Verification find(TokenDigest digest) {
    Verification verdict = valid.find(digest);
    return verdict != null ? verdict : invalid.find(digest);
  }

  /** Lets a token be looked at, once for all who want it now. */
  Verification ask(TokenDigest digest, Supplier<Verification> look) {
    return valid.ask(digest, () -> invalid.ask(digest, look));
  }
}
