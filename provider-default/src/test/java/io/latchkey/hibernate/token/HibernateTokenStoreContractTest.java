package io.latchkey.hibernate.token;

import io.latchkey.hibernate.H2Context;
import io.latchkey.hibernate.H2TokenStoreBackend;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HibernateTokenStoreContractTest extends TokenStoreContract {

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
