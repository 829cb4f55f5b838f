package io.latchkey.ldap.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** Remembers the connections that a server has taken. */
final class AcceptedSockets extends ServerSocketFactory {

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  int all() {
    return sockets.size();
  }

  long open() {
    return sockets.stream().filter(socket -> !socket.isClosed()).count();
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return new ServerSocket(port, backlog, address) {
      @Override
      public Socket accept() throws IOException {
        Socket socket = super.accept();
        sockets.add(socket);
        return socket;
      }
    };
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerSocket createServerSocket(int port) {
    throw new UnsupportedOperationException();
  }
}
