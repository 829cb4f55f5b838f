package io.latchkey.host;

import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire contract on Jersey, Jetty, Hibernate and H2, over HTTP. */
class EmbeddedHostContractTest extends CreateTokenContract {

  @TempDir private static Path folder;

  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    host = EmbeddedHost.withImportedDirectory(folder, Map.of());
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Override
  protected HostUnderTest host() {
    return host;
  }
}
