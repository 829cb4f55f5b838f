package io.latchkey.endpoint.jersey;

import io.latchkey.endpoint.auth.BearerTokenFilter;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/**
 * The token endpoint as a feature of a Jersey application. Found by discovery; an application that
 * switches discovery off registers it.
 *
 * <p>Without more, it starts with the application, on the providers that are on the class path,
 * configured by environment variables ({@code LATCHKEY_DATA_DIR}), system properties and properties
 * of the application ({@code latchkey.data.dir}), the later beating the earlier. A binding of the
 * host's own, for {@link io.latchkey.core.Latchkey} or for one of the three interfaces of the SPI,
 * wins. So does one for {@link java.time.Clock}, which then is the time by which tokens expire.
 */
@ConstrainedTo(RuntimeType.SERVER)
public final class LatchkeyFeature implements Feature {

  /** The property of an application that switches the endpoint off there: {@code false}. */
  public static final String ENABLED = "latchkey.enabled";

  private static final System.Logger LOG = System.getLogger(LatchkeyFeature.class.getName());
  private static final String HK2 = "org.glassfish.hk2.utilities.binding.AbstractBinder";

  /** Called by Jersey, or by the application that registers it. */
  public LatchkeyFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    Object enabled = context.getConfiguration().getProperty(ENABLED);
    if (enabled != null && !Boolean.parseBoolean(enabled.toString())) {
      return false;
    }
    if (!isHk2There()) {
      LOG.log(
          System.Logger.Level.ERROR,
          "the token endpoint needs the injection of jersey-hk2, which is not on the class path");
      return false;
    }
    Registration.with(context);
    return true;
  }

  private static boolean isHk2There() {
    try {
      Class.forName(HK2, false, LatchkeyFeature.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Loaded only where HK2 is: its classes name those of HK2. */
  static final class Registration {

    /** Every class of this module that answers requests. */
    static final List<Class<?>> RESOURCES =
        List.of(
            ManagementRootResource.class,
            UserRootResource.class,
            ManagementServiceResource.class,
            UserServiceResource.class,
            DescriptionRootResource.class);

    static void with(FeatureContext context) {
      context.register(new LatchkeyBinder());
      context.register(LatchkeyStart.class);
      RESOURCES.forEach(context::register);
      context.register(UnclassifiedRefusal.class);
      context.register(BearerTokenFilter.class);
    }
  }
}
