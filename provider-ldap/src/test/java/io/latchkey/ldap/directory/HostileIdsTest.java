package io.latchkey.ldap.directory;

import com.unboundid.ldap.sdk.LDAPInterface;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.InMemoryServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

class HostileIdsTest extends HostileIdsContract {

  private final InMemoryServer server = InMemoryServer.open();

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  LDAPInterface server() {
    return server.server();
  }

  @Override
  String baseDn() {
    return server.baseDn();
  }

  @Override
  DirectoryContext context(Map<String, String> keys) {
    return DirectoryContext.of(server, keys);
  }
}
