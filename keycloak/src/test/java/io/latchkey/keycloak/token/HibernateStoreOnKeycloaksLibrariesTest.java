package io.latchkey.keycloak.token;

import io.latchkey.hibernate.H2Context;
import io.latchkey.hibernate.H2TokenStoreBackend;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of token stores on Keycloak's versions of Hibernate and H2. The store in the jar was
 * compiled with others.
 */
class HibernateStoreOnKeycloaksLibrariesTest extends TokenStoreContract {

  @TempDir private static Path directory;
  private static H2Context context;

  @BeforeAll
  static void open() {
    context = new H2Context(directory, "timeout", "PT3S");
    context.warmUp();
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Override
  protected TokenStoreBackend createBackend() {
    return new H2TokenStoreBackend(context);
  }
}
