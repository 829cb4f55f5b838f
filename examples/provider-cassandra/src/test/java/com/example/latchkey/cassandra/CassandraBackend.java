package com.example.latchkey.cassandra;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import io.latchkey.tck.TokenStoreBackend;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A realm of its own on the nodes that all tests share. */
final class CassandraBackend implements TokenStoreBackend {

  private final Nodes nodes;
  private final Map<String, String> config;
  private boolean frozen;

  CassandraBackend(Nodes nodes) {
    this.nodes = nodes;
    this.config =
        Map.of("contact-points", nodes.contactPoints(), "realm", UUID.randomUUID().toString());
  }

  @Override
  public TokenStore open() {
    return new CassandraTokenStoreFactory()
        .create(new TestContext(config, Path.of("target", "unused")));
  }

  @Override
  public void interrupt() {
    nodes.freeze();
    frozen = true;
  }

  @Override
  public void restore() {
    nodes.thaw();
    frozen = false;
    try (TokenStore store = open()) {
      while (!store.check().isOk()) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public Set<Feature> features() {
    return Set.of();
  }

  @Override
  public void close() {
    if (frozen) {
      restore();
    }
  }
}
