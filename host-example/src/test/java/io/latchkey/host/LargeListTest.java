package io.latchkey.host;

import io.latchkey.hibernate.HibernateTokenStoreFactory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A list of 10,000 tokens in H2. */
class LargeListTest extends LargeListContract {

  @TempDir private static Path folder;

  private static LargePopulation population;
  private static EmbeddedHost host;

  @BeforeAll
  static void start() {
    // Without waiting for the disk: it is the list that is tested, and not this.
    population =
        LargePopulation.fill(new HibernateTokenStoreFactory(), Map.of("sync", "false"), folder);
    host = EmbeddedHost.withImportedDirectory(folder, Map.of());
    host.fill(LargePopulation.DIRECTORY);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Override
  EmbeddedHost host() {
    return host;
  }

  @Override
  LargePopulation population() {
    return population;
  }
}
