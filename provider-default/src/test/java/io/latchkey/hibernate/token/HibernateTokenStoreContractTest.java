package io.latchkey.hibernate.token;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreContract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class HibernateTokenStoreContractTest extends TokenStoreContract {

  @TempDir private static Path directory;
  private static H2Context context;

  @BeforeAll
  static void open() {
    context = new H2Context(directory);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  /** One database for all tests, emptied before each: to open one takes a second. */
  @Override
  protected TokenStore createStore() {
    TokenStore store = context.tokens();
    store.check();
    try (Connection connection = DriverManager.getConnection(context.openUrl());
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM latchkey_token");
      statement.execute("DELETE FROM latchkey_event_counter");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return store;
  }
}
