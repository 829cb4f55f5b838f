package io.latchkey.keycloak.event;

import io.latchkey.keycloak.token.TokenPurge;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Removes the tokens of what Keycloak removes: a user, a client with its service account, a realm,
 * an organization. If they cannot be removed, neither is that. Before a user goes Keycloak says so
 * in every case, afterwards only where an administrator has asked for it: of the service account of
 * a client it does not.
 *
 * <p>Thread-safe.
 */
public final class RemovalListener implements ProviderEventListener {

  /** Creates a listener. */
  public RemovalListener() {}

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof UserModel.UserPreRemovedEvent removed) {
      new TokenPurge(removed.getKeycloakSession()).ofUser(removed.getUser().getId());
    } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
      new TokenPurge(removed.getKeycloakSession()).ofRemovedRealms();
    } else if (event instanceof OrganizationModel.OrganizationRemovedEvent removed) {
      new TokenPurge(removed.getKeycloakSession())
          .ofOrganization(removed.getOrganization().getId());
    }
  }
}
