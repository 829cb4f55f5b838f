package io.latchkey.hibernate.server;

import static io.latchkey.hibernate.token.Tokens.NOW;
import static io.latchkey.hibernate.token.Tokens.OWNER;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.spi.token.RecentRemovals;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a store tells other servers on its database of what it removes. */
public abstract class ServerRecentRemovalsContract {

  private DatabaseServer server;
  private ServerDatabase database;
  private TestContext context;
  private TokenStore store;
  private RecentRemovals removals;

  /** For the tests of a server. */
  protected ServerRecentRemovalsContract() {}

  /**
   * Starts a server.
   *
   * @return a server that answers
   */
  protected abstract DatabaseServer startServer();

  @BeforeEach
  final void open() {
    server = startServer();
    database = server.createDatabase();
    context = ServerBackend.newContext(database);
    store = new HibernateTokenStoreFactory().create(context);
    removals = store.recentRemovals().orElseThrow();
    store.check();
  }

  @AfterEach
  final void close() {
    store.close();
    context.close();
    server.close();
  }

  private void remove(long tokenId) {
    store.create(token(tokenId));
    store.remove(OWNER, tokenId, NOW);
  }

  /** As if a removal had been made earlier. */
  private void age(long tokenId, Duration by) {
    database.execute(
        "UPDATE latchkey_removal SET removed_at = removed_at - "
            + by.toMillis() * 1000
            + " WHERE token_id = "
            + tokenId);
  }

  private long rows() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM latchkey_removal")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  final void removal_isToldWithinTheWindow_andNotMuchLonger() {
    remove(1);
    remove(2);
    age(1, Duration.ofMinutes(2));

    assertThat(removals.within(Duration.ofMinutes(1))).containsExactly(2L);
    assertThat(removals.within(Duration.ofMinutes(3))).containsExactlyInAnyOrder(1L, 2L);
  }

  /** The clock of a server that is an hour behind must not hide what it removes. */
  @Test
  final void removal_isDatedByTheDatabase() {
    store.create(token(1));
    store.remove(OWNER, 1, NOW.minus(Duration.ofHours(1)));

    assertThat(removals.within(Duration.ofMinutes(1))).containsExactly(1L);
  }

  @Test
  final void removal_thatNoWindowReaches_isForgotten() throws SQLException {
    remove(1);
    remove(2);
    age(1, Duration.ofMinutes(11));
    age(2, Duration.ofMinutes(10));

    assertThat(removals.within(Duration.ofMinutes(10))).isEmpty();
    assertThat(rows()).as("removals that are kept").isEqualTo(1);
  }
}
