package io.latchkey.hibernate.directory;

import io.latchkey.hibernate.H2Context;
import io.latchkey.hibernate.H2UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.UserDirectoryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HibernateUserDirectoryContractTest extends UserDirectoryContract {

  @TempDir private static Path directory;
  private static H2Context context;

  @BeforeAll
  static void open() {
    // Each call waits that long while the database is away.
    context = new H2Context(directory, "timeout", "PT2S");
    context.warmUp();
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Override
  protected UserDirectoryBackend createBackend() {
    return new H2UserDirectoryBackend(context);
  }
}
