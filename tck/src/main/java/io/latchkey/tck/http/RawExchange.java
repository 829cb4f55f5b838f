package io.latchkey.tck.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request over a socket of its own, for headers that {@link java.net.http.HttpClient} would
 * tidy up. Speaks HTTP/1.0, so that the answer ends with the connection.
 */
final class RawExchange {

  private static final int TIMEOUT_MILLIS = 30_000;

  private RawExchange() {}

  /**
   * Sends a request and reads the answer.
   *
   * @param call the request, for messages
   * @param uri where to; http
   * @param method the method
   * @param headerLines the headers, byte for byte
   * @param body the body
   */
  static Answer send(String call, URI uri, String method, List<String> headerLines, byte[] body)
      throws IOException {
    int port = uri.getPort() < 0 ? 80 : uri.getPort();
    try (Socket socket = new Socket(uri.getHost(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      String head =
          "%s %s HTTP/1.0\r\nHost: %s:%d\r\nContent-Length: %d\r\n%s\r\n\r\n"
              .formatted(
                  method,
                  uri.getRawPath(),
                  uri.getHost(),
                  port,
                  body.length,
                  String.join("\r\n", headerLines));
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
      return answer(call, socket.getInputStream().readAllBytes());
    }
  }

  private static Answer answer(String call, byte[] bytes) throws IOException {
    String received = new String(bytes, ISO_8859_1);
    int end = received.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("the answer has no end of its head: " + received);
    }
    List<String> head = received.substring(0, end).lines().toList();
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    int start = end + 4;
    return new Answer(
        call,
        Integer.parseInt(head.get(0).substring(9, 12)),
        HttpHeaders.of(headers, (name, value) -> true),
        new String(bytes, start, bytes.length - start, UTF_8));
  }
}
