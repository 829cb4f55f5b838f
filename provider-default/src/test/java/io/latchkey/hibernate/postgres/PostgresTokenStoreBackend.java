package io.latchkey.hibernate.postgres;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import java.util.Set;
import java.util.stream.Stream;

/** One server for all tests of a class, emptied for each. */
record PostgresTokenStoreBackend(PostgresBackend postgres) implements TokenStoreBackend {

  PostgresTokenStoreBackend {
    try (TokenStore store = postgres.tokens()) {
      store.check(); // makes the tables
    }
    postgres.emptyTokens();
  }

  @Override
  public TokenStore open() {
    return postgres.tokens();
  }

  @Override
  public void interrupt() {
    postgres.interrupt();
  }

  @Override
  public void restore() {
    postgres.restore();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.LAST_USE, Feature.RECENT_REMOVALS, Feature.CONTENT, Feature.DURABLE);
  }

  @Override
  public Stream<byte[]> content() {
    return postgres.server().files();
  }

  @Override
  public void close() {
    postgres.settle();
  }
}
