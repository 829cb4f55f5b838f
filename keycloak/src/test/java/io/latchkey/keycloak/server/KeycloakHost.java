package io.latchkey.keycloak.server;

import io.latchkey.spi.directory.Organization;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.http.HostUnderTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A realm of the Keycloak of all tests as a host, with the clock of the machine. Ids of
 * organizations can be chosen in the import of a realm alone: for a fixture with others the realm
 * is made anew.
 */
public final class KeycloakHost implements HostUnderTest {

  private final URI server;
  private ContractRealm realm;

  private KeycloakHost(KeycloakServer server) {
    this.server = server.uri();
    this.realm = ContractRealm.make(this.server, Set.of("tck-org-a", "tck-org-b"));
  }

  /** The host of all tests. */
  private static final class Shared {
    static final KeycloakHost HOST = new KeycloakHost(KeycloakServer.shared());
  }

  /**
   * The host of all tests, made at the first call.
   *
   * @return the host
   */
  public static KeycloakHost shared() {
    return Shared.HOST;
  }

  @Override
  public URI baseUri() {
    return realm.baseUri();
  }

  @Override
  public String administratorToken() {
    return realm.administratorToken();
  }

  @Override
  public void fill(DirectoryFixture fixture) {
    Set<String> organizations =
        fixture.organizations().stream()
            .map(Organization::organizationId)
            .collect(Collectors.toSet());
    if (!realm.organizations().containsAll(organizations)) {
      realm.remove(server);
      realm = ContractRealm.make(server, organizations);
    }
    realm.users().fill(fixture);
  }

  /** Keycloak decides about one organization at a time. */
  @Override
  public boolean listsPermittedOrganizations() {
    return false;
  }

  /** Waits: this host has the clock of the machine. */
  @Override
  public void passTime(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
    }
  }

  @Override
  public Instant now() {
    return Instant.now();
  }
}
