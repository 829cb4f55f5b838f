package io.latchkey.keycloak.resource;

import io.latchkey.keycloak.RealmLatchkey;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The one realm whose resources are at Keycloak's root too, for clients that know no realm: off
 * unless the operator names one.
 */
final class RootRealm {

  private RootRealm() {}

  /** One of its resources, by the id of its factory. */
  static @Nullable Object resource(String factory) {
    KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
    RealmModel realm =
        RealmLatchkey.rootRealm(session)
            .flatMap(name -> Optional.ofNullable(session.realms().getRealmByName(name)))
            .orElseThrow(NotFoundException::new);
    session.getContext().setRealm(realm);
    @Nullable RealmResourceProvider provider =
        session.getProvider(RealmResourceProvider.class, factory);
    if (provider == null) {
      throw new NotFoundException();
    }
    return provider.getResource();
  }
}
