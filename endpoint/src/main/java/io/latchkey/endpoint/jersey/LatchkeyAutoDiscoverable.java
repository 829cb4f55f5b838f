package io.latchkey.endpoint.jersey;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Registers {@link LatchkeyFeature} in every Jersey server application that has this jar on its
 * class path.
 */
@ConstrainedTo(RuntimeType.SERVER)
public final class LatchkeyAutoDiscoverable implements AutoDiscoverable {

  /** Called by {@link java.util.ServiceLoader}. */
  public LatchkeyAutoDiscoverable() {}

  @Override
  public void configure(FeatureContext context) {
    if (!context.getConfiguration().isRegistered(LatchkeyFeature.class)) {
      context.register(LatchkeyFeature.class);
    }
  }
}
