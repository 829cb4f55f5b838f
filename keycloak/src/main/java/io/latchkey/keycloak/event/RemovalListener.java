package io.latchkey.keycloak.event;

import io.latchkey.keycloak.token.TokenPurge;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Removes the tokens of what Keycloak removes: a user, a client with its service account, a realm,
 * an organization. If they cannot be removed, neither is that.
 *
 * <p>Thread-safe.
 */
public final class RemovalListener implements ProviderEventListener {

  /** Creates a listener. */
  public RemovalListener() {}

  @Override
  public void onEvent(ProviderEvent event) {
    if (event instanceof UserModel.UserRemovedEvent removed) {
      new TokenPurge(removed.getKeycloakSession()).ofUser(removed.getUser().getId());
    } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
      @Nullable UserModel account =
          removed.getKeycloakSession().users().getServiceAccount(removed.getClient());
      if (account != null) {
        new TokenPurge(removed.getKeycloakSession()).ofUser(account.getId());
      }
    } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
      new TokenPurge(removed.getKeycloakSession()).ofRemovedRealms();
    } else if (event instanceof OrganizationModel.OrganizationRemovedEvent removed) {
      new TokenPurge(removed.getKeycloakSession())
          .ofOrganization(removed.getOrganization().getId());
    }
  }
}
