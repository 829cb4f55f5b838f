package io.latchkey.host;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.StartupException;
import io.latchkey.host.tls.Tls;
import io.latchkey.spi.ProviderConfig;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.servlet.ServletContainer;

/** The Jetty server, and Jersey in it. */
final class HttpServer {

  private static final System.Logger LOG = System.getLogger(HttpServer.class.getName());

  private static final System.Logger ACCESS = System.getLogger("latchkey.access");

  /** Time of the answer, client, request without query, status, bytes, microseconds. */
  private static final String ACCESS_FORMAT = "%{client}a \"%m %U %H\" %s %O %{us}T";

  private final Server server;
  private final ServerConnector connector;
  private final Optional<Tls> tls;
  private final Origins origins;
  private final String host;
  private final int port;

  HttpServer(ProviderConfig config) {
    host = config.get(HostKeys.HTTP_HOST);
    port = config.get(HostKeys.HTTP_PORT);
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("http");
    server = new Server(threads);
    tls = Tls.of(config);
    origins = config.get(HostKeys.CORS_ORIGINS);
    connector = HttpConnectors.create(server, tls);
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setErrorHandler(new JsonErrorHandler());
    server.setStopTimeout(config.get(HostKeys.SHUTDOWN_TIMEOUT).toMillis());
    if (config.get(HostKeys.ACCESS_LOG)) {
      server.setRequestLog(
          new CustomRequestLog(line -> ACCESS.log(System.Logger.Level.INFO, line), ACCESS_FORMAT));
    }
  }

  /** Takes the port, and lets clients wait there. */
  void reservePort() {
    try {
      connector.open();
    } catch (IOException e) {
      throw new StartupException(
          "cannot listen on " + host + " port " + port + ": " + reason(e), e);
    }
  }

  /** Answers from now on; calls of the endpoint wait until the providers are there. */
  void start(CompletableFuture<Latchkey> latchkey) {
    ServletHolder jersey = new ServletHolder(new ServletContainer(new HostApplication(latchkey)));
    jersey.setInitOrder(0);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    context.setErrorHandler(new JsonErrorHandler());
    context.addServlet(jersey, "/*");
    context.addFilter(new UnreadBodies(), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(new TrailersFilter(), "/*", EnumSet.of(DispatcherType.REQUEST));
    server.setHandler(new GracefulHandler(origins.guard(new LenientHeaders(context))));
    try {
      server.start();
    } catch (Exception e) {
      throw new StartupException("the HTTP server cannot start: " + e.getMessage(), e);
    }
  }

  URI uri() {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(
        (tls.isPresent() ? "https://" : "http://") + shown + ":" + connector.getLocalPort());
  }

  /** Lets running requests end within the time limit, then cuts them off. */
  void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      // There is nothing to be done but to go on with the end, and to say so.
      LOG.log(System.Logger.Level.WARNING, "some requests did not end in time: {0}", e.toString());
    } finally {
      connector.close();
      tls.ifPresent(Tls::close);
    }
  }

  private static String reason(IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
