package io.latchkey.tck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Takes one request, keeps its bytes as they came, and gives one answer. */
final class OneAnswerServer implements AutoCloseable {

  private final ServerSocket socket;
  private final CompletableFuture<String> request;

  OneAnswerServer(String answer) throws IOException {
    socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    request = CompletableFuture.supplyAsync(() -> serve(answer));
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The request as it was sent, a character for each byte. */
  String request() {
    return request.join();
  }

  private String serve(String answer) {
    try (Socket connection = socket.accept()) {
      StringBuilder received = new StringBuilder();
      InputStream in = connection.getInputStream();
      while (!isWhole(received.toString())) {
        received.append((char) in.read());
      }
      connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
      return received.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWhole(String received) {
    int end = received.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    int at = received.toLowerCase(Locale.ROOT).indexOf("content-length: ");
    int length =
        at < 0 ? 0 : Integer.parseInt(received.substring(at + 16, received.indexOf("\r\n", at)));
    return received.length() >= end + 4 + length;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
