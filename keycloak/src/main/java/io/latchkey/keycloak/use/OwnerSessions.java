package io.latchkey.keycloak.use;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.UserSessionManager;

/** Sessions of owners of tokens, who have not logged in. */
public final class OwnerSessions {

  /** How the owner was authenticated, as events and notes of sessions name it. */
  public static final String AUTH_METHOD = "personal_access_token";

  private OwnerSessions() {}

  /**
   * Makes a user session that lives no longer than the request and is listed nowhere.
   *
   * @param session a session whose context has a realm
   * @param owner whose session it is
   * @return the user session
   */
  public static UserSessionModel transientSession(KeycloakSession session, UserModel owner) {
    return new UserSessionManager(session)
        .createUserSession(
            KeycloakModelUtils.generateId(),
            session.getContext().getRealm(),
            owner,
            owner.getUsername(),
            session.getContext().getConnection().getRemoteHost(),
            AUTH_METHOD,
            false,
            null,
            null,
            SessionPersistenceState.TRANSIENT);
  }
}
