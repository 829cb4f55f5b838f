package io.latchkey.bench.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection by HTTP/1.1 that is kept alive. A request is bytes that were made before; of an
 * answer, its status and its end are looked for, and nothing else.
 *
 * <p>Not thread-safe: each client has its own.
 */
public final class HttpConnection implements AutoCloseable {

  private static final int NO_CONTENT = 204;
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(ISO_8859_1);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[16 * 1024];
  private int length;
  private int bodyAt;

  /**
   * Connects.
   *
   * @param server the server, by http
   * @throws IOException if it does not answer
   */
  public HttpConnection(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /**
   * The bytes of a request.
   *
   * @param method the method
   * @param path the path, with its query
   * @param token the bearer token
   * @param json the body; empty for none
   * @return what {@link #send} takes
   */
  public static byte[] request(String method, String path, String token, String json) {
    String body = json.isEmpty() ? "" : "Content-Type: application/json\r\n";
    return (method
            + " "
            + path
            + " HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer "
            + token
            + "\r\nx-zitadel-orgid: acme\r\n"
            + body
            + "Content-Length: "
            + json.length()
            + "\r\n\r\n"
            + json)
        .getBytes(ISO_8859_1);
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @param request the bytes of the request
   * @param status the status that is expected
   * @throws IOException if the connection breaks
   * @throws IllegalStateException if the answer has another status; the message shows it
   */
  public void send(byte[] request, int status) throws IOException {
    out.write(request);
    length = 0;
    bodyAt = 0;
    while (bodyAt == 0) {
      read();
      bodyAt = endOfHead();
    }
    String head = new String(buffer, 0, bodyAt, ISO_8859_1).toLowerCase(Locale.ROOT);
    int answered = Integer.parseInt(head.substring(9, 12));
    if (answered != NO_CONTENT) {
      readBody(head);
    }
    if (answered != status) {
      throw new IllegalStateException("answered " + answered + ", not " + status + ": " + body());
    }
  }

  /**
   * The body of the last answer.
   *
   * @return as it came, with the lengths of its chunks if there are any
   */
  public String body() {
    return new String(buffer, bodyAt, length - bodyAt, ISO_8859_1);
  }

  private void readBody(String head) throws IOException {
    int at = head.indexOf("content-length:");
    if (at >= 0) {
      String number = head.substring(at + 15, head.indexOf('\r', at)).strip();
      while (length < bodyAt + Integer.parseInt(number)) {
        read();
      }
    } else {
      while (!endsInLastChunk()) {
        read();
      }
    }
  }

  private void read() throws IOException {
    if (length == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * length);
    }
    int count = in.read(buffer, length, buffer.length - length);
    if (count < 0) {
      throw new EOFException("the server has closed the connection");
    }
    length += count;
  }

  /** Where the body begins; 0 while the head is not there yet. */
  private int endOfHead() {
    for (int i = 3; i < length; i++) {
      if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  private boolean endsInLastChunk() {
    return length >= bodyAt + LAST_CHUNK.length
        && Arrays.equals(
            buffer, length - LAST_CHUNK.length, length, LAST_CHUNK, 0, LAST_CHUNK.length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
