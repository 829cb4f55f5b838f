package io.latchkey.keycloak;

import io.latchkey.core.token.TimeOrderedIds;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;

/**
 * What all sessions of a server share: the settings, the numbers of tokens, the time.
 *
 * <p>Thread-safe.
 */
public final class ServerLatchkey {

  private final KeycloakSettings settings;
  private final Clock clock = Clock.systemUTC();
  private final TimeOrderedIds ids = new TimeOrderedIds(clock);

  private ServerLatchkey(KeycloakSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads the settings of a server.
   *
   * @param scope Keycloak's view of them
   * @return what its sessions share
   * @throws IllegalArgumentException if a value cannot be read; the message names the key
   */
  public static ServerLatchkey of(Config.Scope scope) {
    return new ServerLatchkey(KeycloakSettings.of(scope));
  }

  /**
   * Personal access tokens in the realm of a session.
   *
   * @param session a session whose context has a realm
   * @return the tokens, for as long as the session lives
   */
  public RealmLatchkey in(KeycloakSession session) {
    return new RealmLatchkey(session, session.getContext().getRealm(), settings, ids, clock);
  }

  /**
   * The client that tokens act by at Keycloak's own admin and account API.
   *
   * @return its client id, which is one in each realm that has it; absent if those APIs take no
   *     tokens
   */
  Optional<String> keycloakApisClient() {
    return settings.keycloakApisClient();
  }

  /**
   * How the server is set, for its page of information; no secret is in it.
   *
   * @return names and values
   */
  public Map<String, String> information() {
    return Map.of(
        "token-prefix", settings.prefix(),
        "digest", settings.peppered() ? "HMAC-SHA-256" : "SHA-256",
        "organizations", String.valueOf(settings.organizations()),
        "machine-attribute",
            settings.machines().map(one -> one.name() + "=" + one.value()).orElse(""),
        "root-realm", settings.rootRealm().orElse(""),
        "keycloak-apis-client", settings.keycloakApisClient().orElse(""));
  }

  /**
   * The realm whose API is at the root too.
   *
   * @return its name; absent for none
   */
  Optional<String> rootRealm() {
    return settings.rootRealm();
  }

  /** What has a server's part: the factory that the settings are set for. */
  @FunctionalInterface
  public interface Holder {

    /**
     * The server's part.
     *
     * @return what all sessions share
     */
    ServerLatchkey server();
  }
}
