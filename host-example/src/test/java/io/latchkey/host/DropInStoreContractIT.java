package io.latchkey.host;

import io.latchkey.tck.http.CreateTokenContract;
import io.latchkey.tck.http.HostUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire contract on the packaged server with a token store from a jar in its folder. */
class DropInStoreContractIT extends CreateTokenContract {

  @TempDir private static Path folder;

  private static JarHost host;

  @BeforeAll
  static void start() throws Exception {
    DropInProvider.put(DropInProvider.memoryStore(), folder, "memory.jar");
    host = JarHost.start(folder, "--provider.store=memory");
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
