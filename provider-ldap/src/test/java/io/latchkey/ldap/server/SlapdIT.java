package io.latchkey.ldap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlapdIT extends DirectoryServerContract {

  @TempDir static Path directory;

  private static Slapd slapd;

  @BeforeAll
  static void start() {
    slapd = Slapd.start(directory);
  }

  @AfterAll
  static void stop() {
    slapd.close();
  }

  @Override
  DirectoryServer server() {
    return slapd;
  }

  @Override
  Entry user(String name) {
    return new Entry(
        "uid=" + name + "," + slapd.baseDn(),
        new Attribute("objectClass", "inetOrgPerson"),
        new Attribute("uid", name),
        new Attribute("cn", name),
        new Attribute("sn", name),
        new Attribute("userPassword", "right"));
  }

  @Override
  Entry group(String name, String memberDn) {
    return new Entry(
        "cn=" + name + "," + slapd.baseDn(),
        new Attribute("objectClass", "groupOfNames"),
        new Attribute("cn", name),
        new Attribute("member", memberDn));
  }

  @Test
  void pwdAccountLockedTime_afterThreeWrongPasswords_isThere() throws Exception {
    Entry user = user("eve");
    try (LDAPConnection connection = connect();
        LDAPConnection guessing = connect()) {
      connection.add(user);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> guessing.bind(user.getDN(), "wrong"))
            .isInstanceOf(LDAPException.class);
      }
      assertThat(connection.getEntry(user.getDN(), "+").hasAttribute("pwdAccountLockedTime"))
          .isTrue();
    }
  }

  @Test
  void load_ofLdif_isThereAfterwards() throws Exception {
    Entry user = user("cid");
    slapd.load(Files.writeString(directory.resolve("users.ldif"), user.toLDIFString()));
    try (LDAPConnection connection = connect()) {
      assertThat(connection.getEntry(user.getDN())).isNotNull();
    }
  }

  @Test
  void connect_byNameInCertificate_isAccepted() throws Exception {
    try (LDAPConnection connection = tlsConnection(slapd)) {
      connection.connect("localhost", tlsPort(slapd));

      assertThat(connection.isConnected()).isTrue();
    }
  }

  /** By name: the SDK accepts any certificate of a numeric loopback address. */
  @Test
  void connect_byNameNotInCertificate_isRefused(@TempDir Path other) throws Exception {
    TlsCertificate certificate =
        TlsCertificate.forNames(other.resolve("tls"), "ldap.example.com", "192.0.2.1");
    try (Slapd misnamed = Slapd.start(other, certificate);
        LDAPConnection connection = tlsConnection(misnamed)) {
      assertThatThrownBy(() -> connection.connect("localhost", tlsPort(misnamed)))
          .isInstanceOf(LDAPException.class)
          .hasMessageContaining("ldap.example.com");
    }
  }

  private static int tlsPort(DirectoryServer server) {
    return server.tlsUri().orElseThrow().getPort();
  }

  @Test
  void configDirectory_takesOurSchema(@TempDir Path other) throws Exception {
    try (Slapd configured = Slapd.withConfigDirectory(other);
        LDAPConnection connection =
            new LDAPConnection(
                configured.uri().getHost(),
                configured.uri().getPort(),
                configured.bindDn(),
                configured.password())) {
      assertThat(connection.getSchema().getAttributeType("latchkeyDigest")).isNotNull();
    }
  }
}
