package io.latchkey.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

  private static final String LONG = "0123456789".repeat(5_000);

  private HttpServer server;
  private HttpConnection connection;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/length", exchange -> answer(exchange, 200, LONG.length(), LONG));
    server.createContext("/chunks", exchange -> answer(exchange, 200, 0, LONG));
    server.createContext("/nothing", exchange -> answer(exchange, 204, -1, ""));
    server.createContext(
        "/authorization",
        exchange -> {
          String sent =
              exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), US_ASCII);
          answer(exchange, 200, sent.length(), sent);
        });
    server.start();
    connection =
        new HttpConnection(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() throws IOException {
    connection.close();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, long length, String body)
      throws IOException {
    exchange.sendResponseHeaders(status, length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body.getBytes(US_ASCII));
    }
  }

  private void get(String path, int status) throws IOException {
    connection.send(HttpConnection.request("GET", path, "secret", ""), status);
  }

  @Test
  void answers_withALength_inChunks_andWithNothing_comeOneAfterTheOtherOnOneConnection()
      throws IOException {
    for (int i = 0; i < 3; i++) {
      get("/length", 200);
      assertThat(connection.body()).isEqualTo(LONG);
      get("/nothing", 204);
      assertThat(connection.body()).isEmpty();
      get("/chunks", 200);
      assertThat(connection.body()).contains("0123456789").endsWith("0\r\n\r\n");
    }
  }

  @Test
  void request_hasTokenAndBody() throws IOException {
    connection.send(HttpConnection.request("POST", "/authorization", "secret", "{}"), 200);
    assertThat(connection.body()).isEqualTo("Bearer secret {}");
  }

  @Test
  void answer_withAnotherStatus_isAFailure() {
    assertThatThrownBy(() -> get("/nothing", 200))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("answered 204, not 200: ");
  }
}
