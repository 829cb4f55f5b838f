package io.latchkey.ldap.server;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import io.latchkey.ldap.connection.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;

/**
 * The SDK's directory server in memory, behind TCP on the loopback address. It enforces the
 * standard schema and ours; one entry is there, the base.
 */
public final class InMemoryServer implements AutoCloseable {

  private static final String BASE_DN = "dc=example,dc=com";
  private static final String BIND_DN = "cn=admin," + BASE_DN;
  private static final String PASSWORD = "latchkey-memory";

  private final InMemoryDirectoryServer server;

  private InMemoryServer(InMemoryDirectoryServer server) {
    this.server = server;
  }

  /** With interceptors perhaps, which see every request over TCP. */
  public static InMemoryServer start(InMemoryOperationInterceptor... interceptors) {
    return start(Ours.SCHEMA, interceptors);
  }

  /** A directory that nobody has told of tokens. */
  public static InMemoryServer withoutSchemaOfTokens() {
    return start(standard());
  }

  private static InMemoryServer start(Schema schema, InMemoryOperationInterceptor... interceptors) {
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE_DN);
      config.setSchema(schema);
      config.addAdditionalBindCredentials(BIND_DN, PASSWORD);
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "loopback", InetAddress.getLoopbackAddress(), 0, null));
      for (InMemoryOperationInterceptor interceptor : interceptors) {
        config.addInMemoryOperationInterceptor(interceptor);
      }
      InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
      server.startListening();
      server.add("dn: " + BASE_DN, "objectClass: top", "objectClass: domain", "dc: example");
      return new InMemoryServer(server);
    } catch (LDAPException | LDIFException e) {
      throw new AssertionError(e);
    }
  }

  /** Read once: there are many servers, and the schema is long. */
  private static final class Ours {

    static final Schema SCHEMA = read();

    private static Schema read() {
      try (InputStream in = LatchkeySchema.open("389ds.ldif")) {
        return Schema.mergeSchemas(standard(), Schema.getSchema(in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (LDIFException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static Schema standard() {
    try {
      return Schema.getDefaultStandardSchema();
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** Where it listens, for the settings of connections. */
  public List<ServerAddress> addresses() {
    return List.of(new ServerAddress("127.0.0.1", server.getListenPort(), false));
  }

  /** An entry that is there. */
  public String baseDn() {
    return BASE_DN;
  }

  /** Who may write everything below {@link #baseDn}. */
  public String bindDn() {
    return BIND_DN;
  }

  public String password() {
    return PASSWORD;
  }

  /** The server itself: what is asked of it so comes by no connection and no interceptor. */
  public InMemoryDirectoryServer server() {
    return server;
  }

  @Override
  public void close() {
    server.shutDown(true);
  }
}
