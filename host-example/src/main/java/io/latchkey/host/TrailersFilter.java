package io.latchkey.host;

import io.latchkey.endpoint.protocol.Trailers;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** Hands over to the endpoint what takes the trailers of an answer by HTTP/2, for gRPC. */
final class TrailersFilter implements Filter {

  private static final String HTTP_2 = "HTTP/2.0";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getProtocol().equals(HTTP_2)) {
      Consumer<Map<String, String>> sink =
          trailers -> ((HttpServletResponse) response).setTrailerFields(() -> trailers);
      request.setAttribute(Trailers.PROPERTY, sink);
    }
    chain.doFilter(request, response);
  }
}
