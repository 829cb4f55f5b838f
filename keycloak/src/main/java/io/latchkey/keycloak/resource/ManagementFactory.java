package io.latchkey.keycloak.resource;

import io.latchkey.keycloak.RealmLatchkey;
import io.latchkey.keycloak.ServerLatchkey;
import io.latchkey.keycloak.event.RemovalListener;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * The management API, and what is set for all of Latchkey. Found by Keycloak, at build time too:
 * the constructor does nothing.
 */
public final class ManagementFactory
    implements RealmResourceProviderFactory, ServerInfoAwareProviderFactory, ServerLatchkey.Holder {

  private @Nullable ServerLatchkey server;

  /** Called by Keycloak. */
  public ManagementFactory() {}

  @Override
  public String getId() {
    return RealmLatchkey.FACTORY;
  }

  @Override
  public void init(Config.Scope config) {
    server = ServerLatchkey.of(config);
  }

  @Override
  public ServerLatchkey server() {
    ServerLatchkey made = server;
    if (made == null) {
      throw new IllegalStateException("Keycloak has not called init yet");
    }
    return made;
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResource(session, latchkey -> new RealmManagementResource(latchkey));
  }

  @Override
  public Map<String, String> getOperationalInfo() {
    return server().information();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    factory.register(new RemovalListener());
  }

  @Override
  public void close() {
    // Holds nothing that must be closed.
  }
}
