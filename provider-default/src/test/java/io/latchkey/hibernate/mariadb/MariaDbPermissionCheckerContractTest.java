package io.latchkey.hibernate.mariadb;

import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.hibernate.server.ServerPermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerBackend;
import io.latchkey.tck.PermissionCheckerContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbPermissionCheckerContractTest extends PermissionCheckerContract {

  private static ServerBackend mariaDb;

  @BeforeAll
  static void start() {
    mariaDb =
        new ServerBackend(
            MariaDbServer.start(),
            "timeout",
            "PT3S",
            "role." + PermissionCheckerBackend.ROLE_WITHOUT_PERMISSIONS,
            "");
  }

  @AfterAll
  static void stop() {
    mariaDb.close();
  }

  @Override
  protected PermissionCheckerBackend createBackend() {
    return new ServerPermissionCheckerBackend(mariaDb);
  }
}
