package io.latchkey.keycloak;

import io.latchkey.keycloak.server.KeycloakHost;
import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;

/**
 * The wire contract on a real Keycloak, unchanged, with Keycloak's organizations as those of the
 * contract.
 */
class KeycloakContractIT extends CreateTokenContract {

  @Override
  protected HostUnderTest host() {
    return KeycloakHost.shared();
  }
}
