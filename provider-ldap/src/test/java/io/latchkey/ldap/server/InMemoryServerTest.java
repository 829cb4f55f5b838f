package io.latchkey.ldap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InMemoryServerTest {

  private static final String UNIT = "ou=kept,dc=example,dc=com";

  private final InMemoryServer server = InMemoryServer.open();

  @AfterEach
  void close() {
    server.close();
  }

  private void addUnit() throws Exception {
    try (LDAPConnection connection = Connections.open(server)) {
      connection.add("dn: " + UNIT, "objectClass: organizationalUnit", "ou: kept");
    }
  }

  @Test
  void kill_withOpenConnection_closesItAndTakesNoMore() {
    try (LDAPConnection connection = Connections.open(server)) {
      server.kill();

      assertThatThrownBy(() -> connection.getEntry(server.baseDn()))
          .isInstanceOfSatisfying(
              LDAPException.class,
              e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.SERVER_DOWN));
      assertThatThrownBy(() -> new LDAPConnection(server.uri().getHost(), server.uri().getPort()))
          .isInstanceOfSatisfying(
              LDAPException.class,
              e -> assertThat(e.getResultCode()).isEqualTo(ResultCode.CONNECT_ERROR));
    }
  }

  @Test
  void start_afterKill_isAtTheSamePlaceWithItsEntries() throws Exception {
    addUnit();
    URI before = server.uri();
    server.kill();
    assertThat(server.uri()).isEqualTo(before);
    server.start();

    assertThat(server.uri()).isEqualTo(before);
    try (LDAPConnection connection = Connections.open(server)) {
      assertThat(connection.getEntry(UNIT)).isNotNull();
    }
  }

  @Test
  void content_afterAWrite_holdsIt() throws Exception {
    assertThat(server.content()).noneMatch(Contents.have(UNIT));
    addUnit();

    assertThat(server.content()).anyMatch(Contents.have(UNIT));
    assertThat(server.content()).allMatch(Contents.have("entryUUID"));
  }
}
