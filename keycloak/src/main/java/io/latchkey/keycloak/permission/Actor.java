package io.latchkey.keycloak.permission;

import io.latchkey.spi.permission.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * Who acts in a session, as Keycloak sees an administrator: with an access token, whose scope may
 * hold less than the user may; or with a personal access token, as the user itself.
 *
 * <p>For one thread, as the session is.
 */
public final class Actor {

  private final KeycloakSession session;
  private final RealmModel realm;
  private @Nullable AdminAuth auth;

  /**
   * Creates an actor that nobody is yet.
   *
   * @param session the session
   * @param realm the realm acted in
   */
  public Actor(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  /**
   * Somebody has authenticated by an access token.
   *
   * @param authenticated who, of this realm or of the one of the administrators
   */
  public void is(AdminAuth authenticated) {
    auth = authenticated;
  }

  /**
   * Somebody has authenticated by a personal access token.
   *
   * @param caller who, of this realm
   */
  public void is(Caller caller) {
    auth = user(caller).orElse(null);
  }

  /**
   * Who acts.
   *
   * @return the administrator, without a token and a client if it has none; absent if nobody acts
   */
  public Optional<AdminAuth> acting() {
    return Optional.ofNullable(auth);
  }

  @SuppressWarnings("NullAway") // Keycloak itself makes some without a token and a client.
  private Optional<AdminAuth> user(Caller caller) {
    @Nullable UserModel user = session.users().getUserById(realm, caller.userId());
    return user == null ? Optional.empty() : Optional.of(new AdminAuth(realm, null, user, null));
  }

  /** What a caller may do in the realm; absent for a user that does not exist. */
  Optional<AdminPermissionEvaluator> evaluator(Caller caller) {
    return acting()
        .filter(known -> known.getUser().getId().equals(caller.userId()))
        .or(() -> user(caller))
        .map(
            admin ->
                admin.getToken() == null
                    ? AdminPermissions.evaluator(session, realm, realm, admin.getUser())
                    : AdminPermissions.evaluator(session, realm, admin));
  }
}
