package io.latchkey.host;

import io.latchkey.host.tls.Tls;
import java.util.Optional;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** One port for HTTP/1.1 and HTTP/2, in clear or with TLS. */
final class HttpConnectors {

  private HttpConnectors() {}

  static ServerConnector create(Server server, Optional<Tls> tls) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    return tls.map(identity -> secure(server, http, identity))
        .orElseGet(
            () ->
                new ServerConnector(
                    server,
                    new HttpConnectionFactory(http),
                    new HTTP2CServerConnectionFactory(http)));
  }

  private static ServerConnector secure(Server server, HttpConfiguration http, Tls tls) {
    // It is the client that must check whom it talks to; by whatever name it does is its affair.
    http.addCustomizer(new SecureRequestCustomizer(false));
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    return new ServerConnector(
        server,
        new SslConnectionFactory(tls.context(), alpn.getProtocol()),
        alpn,
        new HTTP2ServerConnectionFactory(http),
        new HttpConnectionFactory(http));
  }
}
