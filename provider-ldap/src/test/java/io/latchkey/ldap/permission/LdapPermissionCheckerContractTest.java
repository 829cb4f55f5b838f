package io.latchkey.ldap.permission;

import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class LdapPermissionCheckerContractTest extends PermissionCheckerContract {

  private static InMemoryServer server;

  @BeforeAll
  static void start() {
    server = InMemoryServer.open();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected PermissionCheckerBackend createBackend() {
    return new LdapPermissionCheckerBackend(server);
  }
}
