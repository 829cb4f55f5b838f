package io.latchkey.bench.resource;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/** Adds the resource to whatever Jersey application has it on its class path. */
@ConstrainedTo(RuntimeType.SERVER)
public final class EmptyResourceDiscovery implements AutoDiscoverable {

  /** Called by {@link java.util.ServiceLoader}. */
  public EmptyResourceDiscovery() {}

  @Override
  public void configure(FeatureContext context) {
    context.register(EmptyResource.class);
  }
}
