import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Prints as many free TCP ports of 127.0.0.1 as it is asked for. */
final class FreePorts {

  private FreePorts() {}

  public static void main(String[] arguments) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
      // All stay open until the end, so that no port comes twice.
      sockets.add(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
    }
    for (ServerSocket socket : sockets) {
      System.out.println(socket.getLocalPort());
      socket.close();
    }
  }
}
