package io.latchkey.host.dropin;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * The application of the README: it knows nothing of Latchkey, whose jars are on its class path.
 */
final class TenLineApplication {

  private TenLineApplication() {}

  // tag::ten-lines[]
  public static HttpServer start(URI uri) {
    ResourceConfig application = new ResourceConfig();
    return JdkHttpServerFactory.createHttpServer(uri, application);
  }
  // end::ten-lines[]
}
