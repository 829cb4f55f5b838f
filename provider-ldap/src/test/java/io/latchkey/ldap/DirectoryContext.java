package io.latchkey.ldap;

import io.latchkey.ldap.server.DirectoryServer;
import io.latchkey.ldap.server.FreeFormServer;
import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.TestContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** User directories and permission checkers over a server, as an operator would configure them. */
public final class DirectoryContext implements AutoCloseable {

  private final TestContext context;

  private DirectoryContext(String url, String bindDn, String password, Map<String, String> keys) {
    Map<String, String> all = new HashMap<>(keys);
    all.put("url", url);
    all.put("bind-dn", bindDn);
    all.put("bind-password", password);
    // For machines that have much else to do.
    all.put("connect-timeout", "PT30S");
    all.put("response-timeout", "PT30S");
    this.context = new TestContext(all, Path.of("unused"));
  }

  public static DirectoryContext of(InMemoryServer server, Map<String, String> keys) {
    return new DirectoryContext(
        server.addresses().get(0).toString(), server.bindDn(), server.password(), keys);
  }

  public static DirectoryContext of(FreeFormServer server, Map<String, String> keys) {
    return new DirectoryContext(server.uri().toString(), server.bindDn(), server.password(), keys);
  }

  public static DirectoryContext of(DirectoryServer server, Map<String, String> keys) {
    return new DirectoryContext(server.uri().toString(), server.bindDn(), server.password(), keys);
  }

  /** By its certificate, and the name in it. */
  public static DirectoryContext overTls(DirectoryServer server, Map<String, String> keys) {
    Map<String, String> all = new HashMap<>(keys);
    all.put("trust-store", server.certificate().toString());
    return new DirectoryContext(
        server.tlsUri().orElseThrow().toString(), server.bindDn(), server.password(), all);
  }

  /** The time of all providers of this context. */
  public SettableClock clock() {
    return context.clock();
  }

  public UserDirectory users() {
    return new LdapUserDirectoryFactory().create(context);
  }

  public PermissionChecker permissions() {
    return new LdapPermissionCheckerFactory().create(context);
  }

  @Override
  public void close() {
    context.close();
  }
}
