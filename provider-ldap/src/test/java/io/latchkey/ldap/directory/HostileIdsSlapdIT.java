package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPInterface;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.Slapd;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class HostileIdsSlapdIT extends HostileIdsContract {

  private final Slapd slapd;
  private final LDAPConnection connection;

  HostileIdsSlapdIT(@TempDir Path directory) {
    slapd = Slapd.start(directory);
    connection = Connections.open(slapd);
  }

  @AfterAll
  void stop() {
    connection.close();
    slapd.close();
  }

  @Override
  LDAPInterface server() {
    return connection;
  }

  @Override
  String baseDn() {
    return slapd.baseDn();
  }

  @Override
  DirectoryContext context(Map<String, String> keys) {
    return DirectoryContext.of(slapd, keys);
  }
}
