package io.latchkey.ldap.server;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.net.URI;

/** A directory server in memory that takes any entry, as any product would show it. */
public final class FreeFormServer implements AutoCloseable {

  private static final String BASE_DN = "dc=example,dc=com";
  private static final String BIND_DN = "cn=admin";
  private static final String PASSWORD = "latchkey-free";

  private final InMemoryDirectoryServer server;

  private FreeFormServer(InMemoryDirectoryServer server) {
    this.server = server;
  }

  /** With interceptors perhaps, which see every request over TCP. */
  public static FreeFormServer start(InMemoryOperationInterceptor... interceptors) {
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE_DN);
      config.setSchema(null);
      config.setGenerateOperationalAttributes(false);
      config.addAdditionalBindCredentials(BIND_DN, PASSWORD);
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "loopback", InetAddress.getLoopbackAddress(), 0, null));
      for (InMemoryOperationInterceptor interceptor : interceptors) {
        config.addInMemoryOperationInterceptor(interceptor);
      }
      FreeFormServer made = new FreeFormServer(new InMemoryDirectoryServer(config));
      made.server.startListening();
      made.add("dn: " + BASE_DN, "objectClass: domain", "dc: example");
      return made;
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** Adds an entry, with all entries above it that are not there. */
  public void add(String... ldif) {
    try {
      Entry entry = new Entry(ldif);
      addParents(entry.getParentDNString());
      server.add(entry);
    } catch (LDAPException | LDIFException e) {
      throw new AssertionError(e);
    }
  }

  private void addParents(String dn) throws LDAPException {
    if (dn != null && !BASE_DN.endsWith(dn) && server.getEntry(dn) == null) {
      addParents(DN.getParentString(dn));
      server.add(dn, new Attribute("objectClass", "container"));
    }
  }

  public InMemoryDirectoryServer server() {
    return server;
  }

  public String baseDn() {
    return BASE_DN;
  }

  public URI uri() {
    return URI.create("ldap://127.0.0.1:" + server.getListenPort());
  }

  public String bindDn() {
    return BIND_DN;
  }

  public String password() {
    return PASSWORD;
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
