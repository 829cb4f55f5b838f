package io.latchkey.ldap.connection;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import io.latchkey.ldap.server.TlsCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A directory with one entry, which tells the servers of a test apart by its description. It can be
 * stopped and started on its port, and {@link Requests} see what is asked of it.
 */
final class TestDirectory implements AutoCloseable {

  static final String BIND_DN = "cn=latchkey,dc=example,dc=com";
  static final String PASSWORD = "correct-horse-battery-staple";
  static final DN BASE = dn("dc=example,dc=com");
  static final Filter ANY = Filter.createPresenceFilter("objectClass");

  private final InMemoryDirectoryServer server;
  private final Requests requests;
  private final AcceptedSockets accepted;
  private final ServerAddress address;

  private TestDirectory(
      InMemoryDirectoryServer server,
      Requests requests,
      AcceptedSockets accepted,
      ServerAddress address) {
    this.server = server;
    this.requests = requests;
    this.accepted = accepted;
    this.address = address;
  }

  static TestDirectory plain(String description) {
    return start(description, false, new AcceptedSockets(), null);
  }

  static TestDirectory withTls(Path keyStore) {
    try {
      return start("ldaps", true, ssl(keyStore).createSSLServerSocketFactory(), null);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static TestDirectory withStartTls(Path keyStore) {
    try {
      return start(
          "StartTLS", false, new AcceptedSockets(), ssl(keyStore).createSSLSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static SSLUtil ssl(Path keyStore) throws GeneralSecurityException {
    return new SSLUtil(
        new KeyStoreKeyManager(
            keyStore.toString(), TlsCertificate.PASSWORD.toCharArray(), "PKCS12", null),
        new TrustAllTrustManager());
  }

  private static TestDirectory start(
      String description,
      boolean tls,
      ServerSocketFactory sockets,
      @Nullable SSLSocketFactory startTls) {
    try {
      Requests requests = new Requests();
      int port = freePort();
      InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE.toString());
      config.setListenerConfigs(
          new InMemoryListenerConfig(
              "listener", InetAddress.getLoopbackAddress(), port, sockets, null, startTls));
      config.addAdditionalBindCredentials(BIND_DN, PASSWORD);
      config.addInMemoryOperationInterceptor(requests);
      InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
      server.add(
          "dn: " + BASE, "objectClass: domain", "dc: example", "description: " + description);
      TestDirectory directory =
          new TestDirectory(
              server,
              requests,
              sockets instanceof AcceptedSockets plain ? plain : new AcceptedSockets(),
              new ServerAddress("127.0.0.1", port, tls));
      directory.start();
      return directory;
    } catch (LDAPException | LDIFException e) {
      throw new AssertionError(e);
    }
  }

  /** Below those that the system gives to clients, so that the port is still free at a restart. */
  static int freePort() {
    int port = ThreadLocalRandom.current().nextInt(10_000, 20_000);
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      return freePort();
    }
  }

  private static DN dn(String text) {
    try {
      return new DN(text);
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  ServerAddress address() {
    return address;
  }

  ServerAddress at(String host) {
    return new ServerAddress(host, address.port(), address.tls());
  }

  Requests requests() {
    return requests;
  }

  /** How many connections it has taken, if they do not begin with TLS. */
  int connections() {
    return accepted.all();
  }

  long openConnections() {
    return accepted.open();
  }

  void closeConnections() {
    server.closeAllConnections(false);
  }

  /** Closes all connections, and takes no more. */
  void stop() {
    server.shutDown(true);
  }

  void start() {
    try {
      server.startListening();
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks whichever server answers for its description. */
  static String ask(LdapConnections connections) {
    return new LdapAccess(connections)
        .read(BASE, ANY, "description")
        .map((SearchResultEntry entry) -> entry.getAttributeValue("description"))
        .orElseThrow();
  }

  @Override
  public void close() {
    stop();
  }
}
