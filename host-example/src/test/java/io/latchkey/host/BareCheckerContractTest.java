package io.latchkey.host;

import io.latchkey.tck.http.HostUnderTest;
import io.latchkey.tck.http.SearchInOrganizationsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What a search shows by a permission checker that cannot list organizations. */
class BareCheckerContractTest extends SearchInOrganizationsContract {

  @TempDir private static Path folder;

  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    host = EmbeddedHost.withABareChecker(folder);
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
