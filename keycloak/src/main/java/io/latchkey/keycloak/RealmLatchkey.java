package io.latchkey.keycloak;

import io.latchkey.core.Latchkey;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TimeOrderedIds;
import io.latchkey.endpoint.auth.RequestAuthenticator;
import io.latchkey.endpoint.protocol.Trailers;
import io.latchkey.endpoint.resource.Hosting;
import io.latchkey.hibernate.token.HibernateTokenStore;
import io.latchkey.keycloak.auth.RealmAuthenticator;
import io.latchkey.keycloak.auth.SessionAccessTokens;
import io.latchkey.keycloak.directory.RealmOrganizations;
import io.latchkey.keycloak.directory.RealmUserDirectory;
import io.latchkey.keycloak.event.AdminEvents;
import io.latchkey.keycloak.event.ReportingTokenStore;
import io.latchkey.keycloak.permission.Actor;
import io.latchkey.keycloak.permission.RealmPermissionChecker;
import io.latchkey.keycloak.token.ScopedTokenStore;
import io.latchkey.keycloak.token.SessionTransactions;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;

/**
 * Personal access tokens in one realm and one session of Keycloak. What it changes is part of the
 * session's transaction.
 *
 * <p>For one thread, as the session is.
 */
public final class RealmLatchkey {

  /** The first segment of the path of the management API, and so the factory that has the keys. */
  public static final String FACTORY = "management";

  private final KeycloakSession session;
  private final Latchkey latchkey;
  private final Hosting hosting;

  RealmLatchkey(
      KeycloakSession session,
      RealmModel realm,
      KeycloakSettings settings,
      TimeOrderedIds ids,
      Clock clock) {
    this.session = session;
    RealmOrganizations organizations =
        settings.organizations()
            ? RealmOrganizations.ofKeycloak(session, realm)
            : RealmOrganizations.realmAlone(realm);
    RealmUserDirectory directory =
        new RealmUserDirectory(session, realm, organizations, settings.machines());
    Actor actor = new Actor(session, realm);
    this.latchkey =
        new Latchkey(
            new Providers(
                new ReportingTokenStore(
                    new ScopedTokenStore(
                        new HibernateTokenStore(new SessionTransactions(session)),
                        organizations::ids),
                    new AdminEvents(session, realm, actor::acting)),
                directory,
                new RealmPermissionChecker(actor, directory, organizations)),
            settings.format(),
            settings.digester(),
            ids,
            clock);
    RealmAuthenticator authenticator =
        new RealmAuthenticator(
            new SessionAccessTokens(session, realm),
            RealmAuthenticator.organizations(realm, organizations::of),
            actor,
            new RequestAuthenticator(latchkey.verifier()));
    this.hosting = new Hosting(Trailers.NONE, authenticator, this::undo);
  }

  /**
   * Personal access tokens in the realm of a session, for extensions of Keycloak that have no other
   * way to them.
   *
   * @param session a session whose context has a realm
   * @return the tokens; absent if the operator has switched the factory {@value #FACTORY} off
   */
  public static Optional<RealmLatchkey> in(KeycloakSession session) {
    return server(session).map(server -> server.in(session));
  }

  /**
   * Whether there are personal access tokens, without making anything for the session.
   *
   * @param session any session
   * @return whether the operator has left the factory {@value #FACTORY} on
   */
  public static boolean isOn(KeycloakSession session) {
    return server(session).isPresent();
  }

  /**
   * The realm whose API is at the root too.
   *
   * @param session any session
   * @return its name; absent if the operator has named none
   */
  public static Optional<String> rootRealm(KeycloakSession session) {
    return server(session).flatMap(ServerLatchkey::rootRealm);
  }

  /**
   * The client that tokens act by at Keycloak's own admin and account API.
   *
   * @param session any session
   * @return its client id, which is one in each realm that has it; absent if those APIs take no
   *     tokens
   */
  public static Optional<String> keycloakApisClient(KeycloakSession session) {
    return server(session).flatMap(ServerLatchkey::keycloakApisClient);
  }

  private static Optional<ServerLatchkey> server(KeycloakSession session) {
    return Optional.ofNullable(
            session
                .getKeycloakSessionFactory()
                .getProviderFactory(RealmResourceProvider.class, FACTORY))
        .filter(ServerLatchkey.Holder.class::isInstance)
        .map(factory -> ((ServerLatchkey.Holder) factory).server());
  }

  /**
   * What issues, shows, removes and verifies the tokens.
   *
   * @return the tokens of the realm
   */
  public Latchkey latchkey() {
    return latchkey;
  }

  /**
   * What the endpoint's resources are made with.
   *
   * @return the hosting of this session
   */
  public Hosting hosting() {
    return hosting;
  }

  /** Keycloak commits a request that is answered by an error too, unless told otherwise. */
  private void undo() {
    session.getTransactionManager().setRollbackOnly();
  }
}
