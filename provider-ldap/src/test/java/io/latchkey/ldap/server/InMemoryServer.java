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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SDK's directory server in memory, behind TCP on the loopback address. It enforces the
 * standard schema and ours; one entry is there, the base.
 */
public final class InMemoryServer implements LdapServer {

  private static final String BASE_DN = "dc=example,dc=com";
  private static final String BIND_DN = "cn=admin," + BASE_DN;
  private static final String PASSWORD = "latchkey-memory";

  private final InMemoryDirectoryServer server;
  private final ServerAddress address;

  private InMemoryServer(InMemoryDirectoryServer server, ServerAddress address) {
    this.server = server;
    this.address = address;
  }

  /** With interceptors perhaps, which see every request over TCP. */
  public static InMemoryServer open(InMemoryOperationInterceptor... interceptors) {
    return open(Ours.SCHEMA, interceptors);
  }

  /** A directory that nobody has told of tokens. */
  public static InMemoryServer withoutSchemaOfTokens() {
    return open(standard());
  }

  private static InMemoryServer open(Schema schema, InMemoryOperationInterceptor... interceptors) {
    try {
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE_DN);
      config.setSchema(schema);
      config.addAdditionalBindCredentials(BIND_DN, PASSWORD);
      int port = ListenAddress.onLoopback().port();
      config.setListenerConfigs(
          InMemoryListenerConfig.createLDAPConfig(
              "loopback", InetAddress.getLoopbackAddress(), port, null));
      for (InMemoryOperationInterceptor interceptor : interceptors) {
        config.addInMemoryOperationInterceptor(interceptor);
      }
      InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
      server.add("dn: " + BASE_DN, "objectClass: top", "objectClass: domain", "dc: example");
      InMemoryServer made = new InMemoryServer(server, new ServerAddress("127.0.0.1", port, false));
      made.start();
      return made;
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
    return List.of(address);
  }

  @Override
  public URI uri() {
    return URI.create(address.toString());
  }

  @Override
  public String baseDn() {
    return BASE_DN;
  }

  @Override
  public String bindDn() {
    return BIND_DN;
  }

  @Override
  public String password() {
    return PASSWORD;
  }

  /** The server itself: what is asked of it so comes by no connection and no interceptor. */
  public InMemoryDirectoryServer server() {
    return server;
  }

  /** Closes all connections and takes no more; what it holds it keeps. */
  @Override
  public void kill() {
    server.shutDown(true);
  }

  @Override
  public void start() {
    try {
      server.startListening();
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** All entries as LDIF, with their operational attributes. */
  @Override
  public Stream<byte[]> content() {
    return server.createSnapshot().getEntryMap().values().stream()
        .map(entry -> entry.toLDIFString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    kill();
  }
}
