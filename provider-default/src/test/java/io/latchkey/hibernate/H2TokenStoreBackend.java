package io.latchkey.hibernate;

import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/** One database for all tests, emptied for each: to open one takes a second. */
public final class H2TokenStoreBackend implements TokenStoreBackend {

  private final H2Context context;
  private final H2Nodes nodes;

  public H2TokenStoreBackend(H2Context context) {
    this.context = context;
    this.nodes = new H2Nodes(context);
    try (TokenStore store = context.tokens()) {
      store.check();
    }
    try (Connection connection = DriverManager.getConnection(context.openUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM latchkey_token");
      statement.execute("DELETE FROM latchkey_event_counter");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public TokenStore open() {
    return nodes.next().tokens();
  }

  @Override
  public void interrupt() {
    nodes.interrupt();
  }

  @Override
  public void restore() {
    nodes.restore();
  }

  @Override
  public Set<Feature> features() {
    return Set.of(Feature.LAST_USE, Feature.CONTENT, Feature.DURABLE);
  }

  @Override
  public Stream<byte[]> content() {
    return context.files();
  }

  @Override
  public Duration timeLimit() {
    return context.timeLimit();
  }

  @Override
  public void close() {
    nodes.close();
  }
}
