package io.latchkey.ldap.connection;

import com.unboundid.asn1.ASN1StreamReader;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that a test plays, message by message. */
final class PlayedServer implements AutoCloseable {

  /** What it does with a connection; it stays open afterwards. */
  interface Play {
    void with(Client client) throws IOException, LDAPException;
  }

  /** The other end of a connection. */
  record Client(Socket socket, ASN1StreamReader in) {

    LDAPMessage read() throws IOException, LDAPException {
      LDAPMessage message = LDAPMessage.readFrom(in, false);
      if (message == null) {
        throw new IOException("it has closed the connection");
      }
      return message;
    }

    void write(int messageId, ProtocolOp operation) throws IOException {
      socket.getOutputStream().write(new LDAPMessage(messageId, operation).encode().encode());
    }

    void acceptBind() throws IOException, LDAPException {
      write(read().getMessageID(), new BindResponseProtocolOp(0, null, null, null, null));
    }

    void acceptStartTls() throws IOException, LDAPException {
      write(read().getMessageID(), new ExtendedResponseProtocolOp(0, null, null, null, null, null));
    }
  }

  private final ServerSocket listener;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  private PlayedServer(ServerSocket listener) {
    this.listener = listener;
  }

  static PlayedServer start(Play play) {
    try {
      return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), play);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PlayedServer start(ServerSocket listener, Play play) {
    PlayedServer server = new PlayedServer(listener);
    inBackground(() -> server.accept(play));
    return server;
  }

  /** Takes connections, and never says a word. */
  static PlayedServer silent() {
    return start(client -> {});
  }

  private void accept(Play play) throws IOException {
    while (true) {
      Socket socket = listener.accept();
      sockets.add(socket);
      inBackground(
          () -> play.with(new Client(socket, new ASN1StreamReader(socket.getInputStream()))));
    }
  }

  /** Something that ends when the sockets are closed. */
  private interface Task {
    void run() throws IOException, LDAPException;
  }

  private static void inBackground(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException | LDAPException theEnd) {
                // The sockets are closed.
              }
            },
            "played-server");
    thread.setDaemon(true);
    thread.start();
  }

  ServerAddress address() {
    return address(false);
  }

  ServerAddress address(boolean tls) {
    return new ServerAddress("127.0.0.1", listener.getLocalPort(), tls);
  }

  /** How many connections there have been. */
  int connections() {
    return sockets.size();
  }

  @Override
  public void close() {
    stop();
  }

  void stop() {
    try {
      listener.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
