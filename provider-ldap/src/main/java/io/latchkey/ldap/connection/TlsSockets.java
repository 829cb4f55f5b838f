package io.latchkey.ldap.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes the socket of one connection under TLS, from its start or after StartTLS. Its handshake
 * checks the host name and keeps to the deadline: the SDK would look at the name afterwards, and
 * wait for a server that is silent in the handshake without an end.
 *
 * <p>One for each connection, since the SDK locks it for the time of a handshake.
 */
final class TlsSockets extends SSLSocketFactory {

  private final SSLSocketFactory trusted;
  private final String host;
  private final boolean checkHostName;
  private final Duration connectTimeout;
  private final Deadline deadline;

  TlsSockets(
      SSLSocketFactory trusted, ServerAddress address, ConnectionSettings settings, Deadline end) {
    this.trusted = trusted;
    this.host = address.host();
    this.checkHostName = settings.trust().checkHostName();
    this.connectTimeout = settings.connectTimeout();
    this.deadline = end;
  }

  /** Connects. What uses it begins the handshake. */
  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(address, port), Math.toIntExact(connectTimeout.toMillis()));
      return createSocket(socket, host, port, true);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Over a connection that there is. The name is that of the settings, whatever the SDK says. */
  @Override
  public Socket createSocket(Socket connected, String name, int port, boolean autoClose)
      throws IOException {
    connected.setSoTimeout(deadline.millis());
    SSLSocket secured = (SSLSocket) trusted.createSocket(connected, host, port, autoClose);
    if (checkHostName) {
      SSLParameters parameters = secured.getSSLParameters();
      // The rules of LDAP, as the JDK calls them.
      parameters.setEndpointIdentificationAlgorithm("LDAPS");
      secured.setSSLParameters(parameters);
    }
    return secured;
  }

  @Override
  public Socket createSocket(String name, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String name, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return trusted.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return trusted.getSupportedCipherSuites();
  }
}
