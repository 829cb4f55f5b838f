package io.latchkey.keycloak.resource;

import io.latchkey.keycloak.RealmLatchkey;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** One of the endpoint's resources below a realm. */
final class RealmResource implements RealmResourceProvider {

  private final KeycloakSession session;
  private final Function<RealmLatchkey, Object> resource;

  RealmResource(KeycloakSession session, Function<RealmLatchkey, Object> resource) {
    this.session = session;
    this.resource = resource;
  }

  /** The realm of the path is in the context by now; null is an unknown path. */
  @Override
  public @Nullable Object getResource() {
    return RealmLatchkey.in(session).map(resource).orElse(null);
  }

  @Override
  public void close() {
    // Keycloak closes the session.
  }
}
