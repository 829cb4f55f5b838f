package io.latchkey.host;

import io.latchkey.core.provider.ProviderJar;
import java.lang.System.Logger.Level;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Makes the JDBC drivers of a provider's jar known. {@link DriverManager} looks for drivers once in
 * the life of a process, by the class loader that the thread has at that time, and never again.
 */
final class JdbcDrivers {

  private static final System.Logger LOG = System.getLogger(JdbcDrivers.class.getName());

  private JdbcDrivers() {}

  static void register(ProviderJar jar) {
    // Those of the host come first, by its own class loader; else the first jar would hide them.
    DriverManager.drivers();
    jar.run(() -> load(jar.name()));
  }

  /** A driver makes itself known when its class is loaded. */
  private static int load(String jar) {
    int loaded = 0;
    Iterator<Driver> drivers = ServiceLoader.load(Driver.class).iterator();
    while (true) {
      try {
        if (!drivers.hasNext()) {
          return loaded;
        }
        drivers.next();
        loaded++;
      } catch (ServiceConfigurationError | LinkageError e) {
        // The provider may have no use for it; if it has, it will say that there is no driver.
        LOG.log(Level.WARNING, "a JDBC driver in {0} cannot be loaded: {1}", jar, e);
      }
    }
  }
}
