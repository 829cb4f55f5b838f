package ${package};

import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The kit: every rule of a token store, each with its number. */
class ${providerName}TokenStoreTest extends TokenStoreContract {

  @TempDir private Path folder;

  @Override
  protected TokenStoreBackend createBackend() {
    return new ${providerName}Backend(folder);
  }
}
