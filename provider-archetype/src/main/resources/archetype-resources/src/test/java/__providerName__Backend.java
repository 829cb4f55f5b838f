package ${package};

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import io.latchkey.tck.TokenStoreBackend;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** What the store under test works on: empty for each test, and able to fail. */
final class ${providerName}Backend implements TokenStoreBackend {

  private final TestContext context;

  ${providerName}Backend(Path folder) {
    this.context = new TestContext(Map.of(), folder);
  }

  @Override
  public TokenStore open() {
    return new ${providerName}TokenStoreFactory().create(context);
  }

  // Take the database away, as abruptly as you can.
  @Override
  public void interrupt() {
    throw new NotYetWritten("${providerName}Backend.interrupt", "Backend.interrupt");
  }

  // Bring it back, with its data.
  @Override
  public void restore() {
    throw new NotYetWritten("${providerName}Backend.restore", "Backend.restore");
  }

  // Which optional parts of the SPI the store has.
  @Override
  public Set<Feature> features() {
    return Set.of();
  }

  @Override
  public void close() {
    context.close();
  }
}
