package io.latchkey.hibernate.postgres;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerPermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresPermissionCheckerContractTest extends PermissionCheckerContract {

  private static ServerBackend postgres;

  @BeforeAll
  static void start() {
    postgres =
        new ServerBackend(
            PostgresServer.start(),
            "timeout",
            "PT3S",
            "role." + PermissionCheckerBackend.ROLE_WITHOUT_PERMISSIONS,
            "");
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Override
  protected PermissionCheckerBackend createBackend() {
    return new ServerPermissionCheckerBackend(postgres);
  }
}
