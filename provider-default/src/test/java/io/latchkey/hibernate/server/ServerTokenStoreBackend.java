package io.latchkey.hibernate.server;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One server for all tests of a class, emptied for each.
 *
 * @param server the server, which goes on after a test
 */
public record ServerTokenStoreBackend(ServerBackend server) implements TokenStoreBackend {

  /** Makes the tables, and empties them. */
  public ServerTokenStoreBackend {
    try (TokenStore store = server.tokens()) {
      store.check(); // makes the tables
    }
    server.emptyTokens();
  }

  @Override
  public TokenStore open() {
    return server.tokens();
  }

  @Override
  public void interrupt() {
    server.interrupt();
  }

  @Override
  public void restore() {
    server.restore();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.LAST_USE, Feature.RECENT_REMOVALS, Feature.CONTENT, Feature.DURABLE);
  }

  @Override
  public Stream<byte[]> content() {
    return server.files();
  }

  @Override
  public void close() {
    server.settle();
  }
}
