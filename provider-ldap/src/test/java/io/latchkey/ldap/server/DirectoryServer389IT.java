package io.latchkey.ldap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryServer389IT extends DirectoryServerContract {

  @TempDir static Path directory;

  private static DirectoryServer389 server;

  @BeforeAll
  static void start() {
    server = DirectoryServer389.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  DirectoryServer server() {
    return server;
  }

  @Override
  Entry user(String name) {
    return new Entry(
        "uid=" + name + "," + server.baseDn(),
        new Attribute("objectClass", "inetOrgPerson"),
        new Attribute("uid", name),
        new Attribute("cn", name),
        new Attribute("sn", name));
  }

  @Override
  Entry group(String name, String memberDn) {
    return new Entry(
        "cn=" + name + "," + server.baseDn(),
        new Attribute("objectClass", "groupOfNames"),
        new Attribute("cn", name),
        new Attribute("member", memberDn));
  }

  @Test
  void schema_holdsTokens() throws Exception {
    try (LDAPConnection connection = connect()) {
      assertThat(connection.getSchema().getAttributeType("latchkeyDigest")).isNotNull();
    }
  }
}
