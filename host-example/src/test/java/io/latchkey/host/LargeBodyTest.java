package io.latchkey.host;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that sends too much gets its answer, and keeps its connection. */
class LargeBodyTest {

  private static final int TOO_LARGE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void bodyThatIsTooLarge_isAnswered_andTheConnectionGoesOn() throws Exception {
    try (EmbeddedHost host = EmbeddedHost.withImportedDirectory(folder, Map.of());
        Socket socket = connect(host.baseUri())) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));

      send(out, "POST", TOO_LARGE);
      assertThat(in.readLine()).isEqualTo("HTTP/1.1 400 Bad Request");
      skipAnswer(in);
      send(out, "GET", 0);
      assertThat(in.readLine()).isEqualTo("HTTP/1.1 405 Method Not Allowed");
    }
  }

  private static Socket connect(URI uri) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(OutputStream out, String method, int length) throws IOException {
    String head =
        method
            + " /management/v1/users/ci/pats HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    out.write(head.getBytes(US_ASCII));
    out.write(" ".repeat(length).getBytes(US_ASCII));
    out.flush();
  }

  private static void skipAnswer(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    assertThat(in.skip(length)).isEqualTo(length);
  }
}
