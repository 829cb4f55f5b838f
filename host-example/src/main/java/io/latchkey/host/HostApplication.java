package io.latchkey.host;

import io.latchkey.core.Latchkey;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.glassfish.hk2.api.Factory;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/**
 * The Jersey application: the health resource, and the {@link Latchkey} that the endpoint, which
 * Jersey discovers, is to use. It is bound as a factory, so that Jersey can start while the
 * providers still do.
 */
final class HostApplication extends ResourceConfig {

  HostApplication(CompletableFuture<Latchkey> latchkey) {
    register(HealthResource.class);
    // A description by WADL would bring up JAXB at start, and serve a path that is not of the
    // contract.
    property(ServerProperties.WADL_FEATURE_DISABLE, true);
    register(
        new AbstractBinder() {
          @Override
          protected void configure() {
            bindFactory(new Started(latchkey)).to(Latchkey.class).in(Singleton.class);
          }
        });
  }

  private record Started(CompletableFuture<Latchkey> latchkey) implements Factory<Latchkey> {

    @Override
    public Latchkey provide() {
      return latchkey.join();
    }

    @Override
    public void dispose(Latchkey instance) {
      // The host closes it, after the last request.
    }
  }
}
