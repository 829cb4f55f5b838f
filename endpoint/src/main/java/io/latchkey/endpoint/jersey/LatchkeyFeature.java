package io.latchkey.endpoint.jersey;

import io.latchkey.endpoint.auth.BearerTokenFilter;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The token endpoint as a feature of a Jersey application. Found by discovery; an application that
 * switches discovery off registers it.
 *
 * <p>Without more, it starts with the application, on the providers that are on the class path,
 * configured by environment variables ({@code LATCHKEY_DATA_DIR}), system properties and properties
 * of the application ({@code latchkey.data.dir}), the later beating the earlier. A binding of the
 * host's own, for {@link io.latchkey.core.Latchkey} or for one of the three interfaces of the SPI,
 * wins.
 */
@ConstrainedTo(RuntimeType.SERVER)
public final class LatchkeyFeature implements Feature {

  /** Called by Jersey, or by the application that registers it. */
  public LatchkeyFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    context.register(new LatchkeyBinder());
    context.register(LatchkeyStart.class);
    context.register(ManagementRootResource.class);
    context.register(BearerTokenFilter.class);
    return true;
  }
}
