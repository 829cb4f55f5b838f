package io.latchkey.ldap;

import io.latchkey.ldap.server.DirectoryServer;
import io.latchkey.ldap.server.FreeFormServer;
import io.latchkey.ldap.server.LdapServer;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.SettableClock;
import io.latchkey.tck.TestContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Providers over a server, as an operator would configure them. */
public final class DirectoryContext implements AutoCloseable {

  private final TestContext context;

  private DirectoryContext(String url, String bindDn, String password, Map<String, String> keys) {
    Map<String, String> all = new HashMap<>(keys);
    all.put("url", url);
    all.put("bind-dn", bindDn);
    all.put("bind-password", password);
    // For machines that have much else to do.
    all.putIfAbsent("connect-timeout", "PT30S");
    all.putIfAbsent("response-timeout", "PT30S");
    this.context = new TestContext(all, Path.of("unused"));
  }

  public static DirectoryContext of(FreeFormServer server, Map<String, String> keys) {
    return new DirectoryContext(server.uri().toString(), server.bindDn(), server.password(), keys);
  }

  public static DirectoryContext of(LdapServer server, Map<String, String> keys) {
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

  public TokenStore tokens() {
    return new LdapTokenStoreFactory().create(context);
  }

  @Override
  public void close() {
    context.close();
  }
}
