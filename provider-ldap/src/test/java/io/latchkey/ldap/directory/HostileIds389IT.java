package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPInterface;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.DirectoryServer389;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

class HostileIds389IT extends HostileIdsContract {

  private final DirectoryServer389 directoryServer;
  private final LDAPConnection connection;

  HostileIds389IT(@TempDir Path directory) {
    directoryServer = DirectoryServer389.start(directory);
    connection = Connections.open(directoryServer);
  }

  @AfterAll
  void stop() {
    connection.close();
    directoryServer.close();
  }

  @Override
  LDAPInterface server() {
    return connection;
  }

  @Override
  String baseDn() {
    return directoryServer.baseDn();
  }

  /** A plug-in lets no uid in but those of seven bits. */
  @Override
  String idAttribute() {
    return "employeeNumber";
  }

  @Override
  DirectoryContext context(Map<String, String> keys) {
    return DirectoryContext.of(directoryServer, keys);
  }
}
