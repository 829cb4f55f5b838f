package io.latchkey.hibernate.directory;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HibernateUserDirectoryContractTest extends UserDirectoryContract {

  @TempDir private static Path directory;
  private static H2Context context;

  @BeforeAll
  static void fill() {
    context = new H2Context(directory);
    context.fill(FIXTURE);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Override
  protected UserDirectory createDirectory() {
    return context.users();
  }
}
