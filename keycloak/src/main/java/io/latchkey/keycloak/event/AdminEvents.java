package io.latchkey.keycloak.event;

import io.latchkey.spi.token.TokenOwner;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/**
 * The admin events of a realm. The type of the resource is {@code CUSTOM}: Keycloak's own query for
 * events fails on types that it does not know.
 *
 * <p>For one thread, as the session is.
 */
public final class AdminEvents implements ReportingTokenStore.Reports {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Supplier<Optional<AdminAuth>> admin;

  /**
   * Creates events.
   *
   * @param session the session
   * @param realm the realm
   * @param admin who acts; absent if nobody does, and nothing is told
   */
  public AdminEvents(
      KeycloakSession session, RealmModel realm, Supplier<Optional<AdminAuth>> admin) {
    this.session = session;
    this.realm = realm;
    this.admin = admin;
  }

  @Override
  public void tell(
      OperationType operation, TokenOwner owner, long tokenId, Map<String, String> representation) {
    admin
        .get()
        .ifPresent(
            acting ->
                new Event(realm, acting, session)
                    .operation(operation)
                    .resource(ResourceType.CUSTOM)
                    .resourcePath("users", owner.userId(), "pats", String.valueOf(tokenId))
                    .representation(representation)
                    .success());
  }

  /** An event by somebody who may have come without a client, by a personal access token. */
  private static final class Event extends AdminEventBuilder {

    Event(RealmModel realm, AdminAuth acting, KeycloakSession session) {
      super(realm, acting, session, session.getContext().getConnection());
    }

    @Override
    public AdminEventBuilder authClient(@Nullable ClientModel client) {
      return client == null ? this : super.authClient(client);
    }
  }
}
