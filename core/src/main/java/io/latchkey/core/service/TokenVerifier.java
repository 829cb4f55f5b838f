package io.latchkey.core.service;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.provider.Providers;
import io.latchkey.core.service.Verification.Invalid;
import io.latchkey.core.service.Verification.Reason;
import io.latchkey.core.service.Verification.Valid;
import io.latchkey.core.token.ClearToken;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose token a given one is. Form and checksum are checked before any provider is asked.
 * Expiry, removal and the state of the owner are checked at every use, or with a {@link
 * VerdictCache} as of some moment within the {@code revocation-bound}.
 *
 * <p>Throws {@link io.latchkey.spi.ProviderUnavailableException} when a provider could not tell;
 * nobody is let in then.
 *
 * <p>Thread-safe.
 */
public final class TokenVerifier {

  private static final Verification MALFORMED = new Invalid(Reason.MALFORMED);
  private static final Verification UNKNOWN = new Invalid(Reason.UNKNOWN);
  private static final Verification EXPIRED = new Invalid(Reason.EXPIRED);
  private static final Verification OWNER_NOT_ALLOWED = new Invalid(Reason.OWNER_NOT_ALLOWED);

  private final Providers providers;
  private final TokenFormat format;
  private final TokenDigester digester;
  private final Clock clock;
  private final @Nullable VerdictCache verdicts;

  /**
   * Creates a verifier that asks the providers each time.
   *
   * @param providers the three providers
   * @param format what tokens look like
   * @param digester what is kept of them
   * @param clock the source of the time
   */
  public TokenVerifier(
      Providers providers, TokenFormat format, TokenDigester digester, Clock clock) {
    this(providers, format, digester, clock, null);
  }

  /**
   * Creates a verifier.
   *
   * @param providers the three providers, which are asked for what is to be known now
   * @param format what tokens look like
   * @param digester what is kept of them
   * @param clock the source of the time
   * @param verdicts what was found out lately; null for asking the providers each time
   */
  public TokenVerifier(
      Providers providers,
      TokenFormat format,
      TokenDigester digester,
      Clock clock,
      @Nullable VerdictCache verdicts) {
    this.providers = requireNonNull(providers, "providers");
    this.format = requireNonNull(format, "format");
    this.digester = requireNonNull(digester, "digester");
    this.clock = requireNonNull(clock, "clock");
    this.verdicts = verdicts;
  }

  /**
   * Verifies a token. At its expiration date and after it a token is not valid, as <a
   * href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4">RFC 7519 §4.1.4</a> has it.
   *
   * @param presented what a client has sent as a token; of any length and any characters
   * @return the token and its owner, or why it is not valid
   */
  public Verification verify(String presented) {
    Optional<ClearToken> outline = format.outline(presented);
    if (outline.isEmpty()) {
      return MALFORMED;
    }
    ClearToken clear = outline.get();
    if (verdicts != null) {
      return recall(verdicts, clear);
    }
    return format.isIntact(clear) ? look(clear) : MALFORMED;
  }

  /** What is remembered was intact: to find it costs less than to see that once more. */
  private Verification recall(VerdictCache recent, ClearToken clear) {
    TokenDigest digest = digester.digest(clear);
    Verification verdict = recent.find(digest);
    if (verdict != null) {
      return verdict;
    }
    return format.isIntact(clear) ? recent.ask(digest, () -> look(clear)) : MALFORMED;
  }

  /** The answer of the providers. */
  private Verification look(ClearToken clear) {
    Optional<StoredToken> stored = find(clear);
    if (stored.isEmpty()) {
      return UNKNOWN;
    }
    StoredToken token = stored.get();
    if (!clock.instant().isBefore(token.expirationDate())) {
      return EXPIRED;
    }
    return providers
        .directory()
        .findUser(token.owner().userId())
        .filter(user -> isOwner(user, token.owner()) && mayAct(user))
        .<Verification>map(user -> new Valid(token, user))
        .orElse(OWNER_NOT_ALLOWED);
  }

  private Optional<StoredToken> find(ClearToken clear) {
    for (TokenDigest digest : digester.candidates(clear)) {
      Optional<StoredToken> token = providers.store().findByDigest(digest);
      if (token.isPresent()) {
        return token;
      }
    }
    return Optional.empty();
  }

  /** A user that has moved to another organization is not the owner any more. */
  private static boolean isOwner(User user, TokenOwner owner) {
    return user.userId().equals(owner.userId())
        && user.organizationId().equals(owner.organizationId());
  }

  private static boolean mayAct(User user) {
    return user.state() == UserState.ACTIVE && user.kind() == UserKind.MACHINE;
  }
}
