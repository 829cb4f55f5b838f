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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that sends too much gets its answer, and keeps its connection. */
class LargeBodyTest {

  private static final int TOO_LARGE = 1 << 20;

  private static final String PATS = "/management/v1/users/ci/pats";
  private static final String SERVICE = "/zitadel.management.v1.ManagementService/";

  @TempDir private static Path folder;

  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    host = EmbeddedHost.withImportedDirectory(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /management/v1/users/ci/pats, application/json, 400 Bad Request",
    "PUT, /management/v1/users/ci/pats, application/json, 405 Method Not Allowed",
    "GET, /management/v1/users/ci/pats, application/json, 405 Method Not Allowed",
    "DELETE, /management/v1/users/ci/pats/1, application/json, 401 Unauthorized",
    "POST, /no/such/path, application/json, 404 Not Found",
    "POST, /healthz, application/json, 405 Method Not Allowed",
    "POST, Service/AddPersonalAccessToken, text/plain, 415 Unsupported Media Type",
    "POST, Service/AddPersonalAccessToken, application/proto, 429 Too Many Requests",
    "POST, Service/NoSuchCall, application/proto, 501 Not Implemented",
    "POST, Service/AddPersonalAccessToken, application/grpc, 200 OK",
    "POST, Service/AddPersonalAccessToken, application/grpc-web, 200 OK"
  })
  void bodyThatIsTooLarge_isAnswered_andTheConnectionGoesOn(
      String method, String path, String contentType, String status) throws Exception {
    try (Socket socket = connect(host.baseUri())) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));

      send(out, method, path.replace("Service/", SERVICE), contentType, TOO_LARGE);
      assertThat(in.readLine()).isEqualTo("HTTP/1.1 " + status);
      skipAnswer(in);
      send(out, "GET", PATS, contentType, 0);
      assertThat(in.readLine()).isEqualTo("HTTP/1.1 405 Method Not Allowed");
    }
  }

  private static Socket connect(URI uri) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void send(
      OutputStream out, String method, String path, String contentType, int length)
      throws IOException {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
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
