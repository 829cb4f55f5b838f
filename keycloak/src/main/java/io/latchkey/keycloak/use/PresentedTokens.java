package io.latchkey.keycloak.use;

import io.latchkey.core.service.Verification;
import io.latchkey.core.service.Verification.Invalid;
import io.latchkey.core.service.Verification.Valid;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.keycloak.RealmLatchkey;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Personal access tokens of the realm of a session, as clients present them to Keycloak's own
 * endpoints. Expiry, removal and the state of the owner are looked up at every call.
 *
 * <p>For one thread, as the session is.
 */
public final class PresentedTokens {

  /** The detail of an event that holds the id of a token. */
  public static final String PAT_ID = "pat_id";

  /** Recognises tokens of any prefix. */
  private static final TokenFormat FORMAT = new TokenFormat(TokenFormat.DEFAULT_PREFIX);

  private final KeycloakSession session;
  private final RealmModel realm;

  /**
   * Creates a view of the tokens.
   *
   * @param session a session whose context has a realm
   */
  public PresentedTokens(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /**
   * Whether a text has the form of a personal access token, checksum included. No token of
   * Keycloak's own has it: those are JWTs, which hold dots.
   *
   * @param text any text; null is none
   * @return whether it does
   */
  public static boolean haveFormOf(@Nullable String text) {
    return text != null && FORMAT.parse(text).isPresent();
  }

  /**
   * Whether the realm has personal access tokens at all.
   *
   * @return whether they are switched on
   */
  public boolean areOn() {
    return RealmLatchkey.isOn(session);
  }

  /**
   * Finds a token, and tells an event whose it is, or why it is refused. The event is neither sent
   * nor told the token.
   *
   * @param text what was presented; of any length and any characters
   * @param event the event
   * @return the token; absent if it is not good
   * @throws io.latchkey.spi.ProviderUnavailableException if it could not be told
   */
  public Optional<PresentedToken> find(String text, EventBuilder event) {
    Optional<Verification> verification =
        RealmLatchkey.in(session).map(on -> on.latchkey().verifier().verify(text));
    if (verification.isPresent() && verification.get() instanceof Valid valid) {
      return owner(valid).map(owner -> told(new PresentedToken(valid.token(), owner), event));
    }
    if (verification.isPresent() && verification.get() instanceof Invalid invalid) {
      event.detail(
          Details.REASON,
          "personal access token: " + invalid.reason().name().toLowerCase(Locale.ROOT));
    }
    return Optional.empty();
  }

  private Optional<UserModel> owner(Valid valid) {
    return Optional.ofNullable(session.users().getUserById(realm, valid.user().userId()));
  }

  private static PresentedToken told(PresentedToken token, EventBuilder event) {
    event.user(token.owner());
    event.detail(Details.USERNAME, token.owner().getUsername());
    event.detail(PAT_ID, String.valueOf(token.token().tokenId()));
    return token;
  }
}
