package io.latchkey.ldap.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Where a server listens. */
record ListenAddress(String host, int port, int tlsPort) {

  static ListenAddress onLoopback() {
    int port = freePort();
    int tlsPort = freePort();
    while (tlsPort == port) {
      tlsPort = freePort();
    }
    return new ListenAddress("127.0.0.1", port, tlsPort);
  }

  /** For a server whose ports are fixed: an address of 127.0.0.0/8 that no other server has. */
  static ListenAddress ofItsOwn() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String host =
        "127.%d.%d.%d"
            .formatted(random.nextInt(1, 255), random.nextInt(1, 255), random.nextInt(1, 255));
    return new ListenAddress(host, 389, 636);
  }

  /**
   * Below those that the system gives to clients: one of them would take the port of a server that
   * is down for a moment.
   */
  private static int freePort() {
    int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
    return isFree(port) ? port : freePort();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  URI uri() {
    return URI.create("ldap://" + host + ":" + port);
  }

  URI tlsUri() {
    return URI.create("ldaps://" + host + ":" + tlsPort);
  }
}
