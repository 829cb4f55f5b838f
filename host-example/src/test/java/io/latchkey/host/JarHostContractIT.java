package io.latchkey.host;

import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire contract on the packaged server. */
class JarHostContractIT extends CreateTokenContract {

  @TempDir private static Path folder;

  private static JarHost host;

  @BeforeAll
  static void start() throws Exception {
    host = JarHost.start(folder);
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
