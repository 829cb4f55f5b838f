package io.latchkey.keycloak.server;

import java.net.URI;
import java.util.List;

/**
 * An unmodified Keycloak with nothing added but our jar in its folder {@code providers}, in a
 * process of its own with an embedded database. One serves all tests of the module, and ends with
 * them.
 */
public final class KeycloakServer {

  /** The administrator of the realm master. */
  static final String ADMINISTRATOR = "admin";

  /** The name of the realm that is served at the root too, and need not be there. */
  public static final String ROOT_REALM = "root";

  private static final String SCOPE = "--spi-realm-restapi-extension--management--";

  private final KeycloakProcess process;

  private KeycloakServer(KeycloakProcess process) {
    this.process = process;
  }

  /** The server of all tests. */
  private static final class Shared {
    static final KeycloakServer SERVER = start();
  }

  /**
   * The server of all tests, started at the first call.
   *
   * @return a running server
   */
  public static KeycloakServer shared() {
    return Shared.SERVER;
  }

  private static KeycloakServer start() {
    KeycloakFolder folder = KeycloakFolder.unpacked();
    folder.putJar();
    folder.kc("build", "--db=dev-file");
    return new KeycloakServer(
        folder.start(
            List.of(
                "--log-level=info,io.latchkey:debug",
                SCOPE + "machine-attribute=userType=machine",
                SCOPE + "organizations=true",
                SCOPE + "root-realm=" + ROOT_REALM,
                SCOPE + "keycloak-apis-client=admin-cli")));
  }

  /**
   * Where it answers.
   *
   * @return an address without a slash at its end
   */
  public URI uri() {
    return process.uri();
  }

  /**
   * What it has logged so far.
   *
   * @return the text
   */
  public String log() {
    return process.log();
  }
}
