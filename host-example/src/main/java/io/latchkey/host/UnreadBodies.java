package io.latchkey.host;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what nobody wanted to know of a request's body, and throws it away. A server that answers
 * before it has read the body of a request by HTTP/1.1 has to close the connection, and a client
 * that still sends may lose the answer with it (RFC 9112 §9.6).
 */
final class UnreadBodies implements Filter {

  /** Whoever sends more than that has lost his answer. */
  private static final int MAX_SKIPPED = 4 * 1024 * 1024;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (isSentAtOnce((HttpServletRequest) request)) {
      skip(request.getInputStream());
    }
  }

  /** By HTTP/2 a body is stopped without harm, and a client may wait before it sends one. */
  private static boolean isSentAtOnce(HttpServletRequest request) {
    return request.getProtocol().equals("HTTP/1.1") && request.getHeader("Expect") == null;
  }

  private static void skip(InputStream body) throws IOException {
    byte[] buffer = new byte[8 * 1024];
    int left = MAX_SKIPPED;
    while (left > 0) {
      int count = body.read(buffer);
      left = count < 0 ? 0 : left - count;
    }
  }
}
