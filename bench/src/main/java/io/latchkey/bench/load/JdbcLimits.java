package io.latchkey.bench.load;

import io.latchkey.bench.load.Scenario.Limits;
import io.latchkey.bench.load.Scenario.Named;
import io.latchkey.bench.measure.Clients;
import io.latchkey.bench.measure.Side;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** The same rows by plain JDBC, on a connection for each client. */
final class JdbcLimits {

  private static final String INSERT =
      "INSERT INTO latchkey_token (token_id, organization_id, user_id, event_sequence, digest,"
          + " digest_algorithm, digest_key_id, creation_date, change_date, expiration_date, scopes,"
          + " name) VALUES (?, 'acme', ?, 1, ?, 'SHA-256', '', 1800000000000000, 1800000000000000,"
          + " 4070908800000000, 'openid profile urn:zitadel:iam:user:metadata"
          + " urn:zitadel:iam:user:resourceowner', NULL)";

  private static final String SELECT =
      "SELECT * FROM latchkey_token WHERE user_id = ? AND organization_id = 'acme'"
          + " ORDER BY token_id";

  private JdbcLimits() {}

  /** Connects. */
  @FunctionalInterface
  interface Connector {
    Connection connect() throws SQLException;
  }

  /** The limits of a database, of which only the inserts differ. */
  record OfDatabase(Connector connector, Function<Connector, List<Named>> inserts)
      implements Limits {

    @Override
    public List<Named> create() {
      return inserts.apply(connector);
    }

    @Override
    public Named list(String user) throws SQLException {
      fill(connector, user, LoadSection.LISTED);
      return new Named("the same rows by JDBC", select(connector, user), true, false);
    }

    @Override
    public List<Named> verify() {
      return List.of();
    }
  }

  /** Inserts one token. */
  private static void insertOne(PreparedStatement insert, String user) throws SQLException {
    long id = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    insert.setLong(1, id);
    insert.setString(2, user);
    insert.setBytes(3, ByteBuffer.allocate(32).putLong(id).array());
    insert.executeUpdate();
  }

  /** Gives a user some tokens. */
  static void fill(Connector connector, String user, int tokens) throws SQLException {
    try (Connection connection = connector.connect();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < tokens; i++) {
        insertOne(insert, user);
      }
    }
  }

  /** Inserts, commits, and runs a statement that makes it last, unless that is empty. */
  static Side insert(Connector connector, String sync) {
    return new Clients(
        () -> {
          Connection connection = connector.connect();
          return new Inserting(
              connection, connection.prepareStatement(INSERT), connection.createStatement(), sync);
        });
  }

  /** Not for the first user, whose tokens are listed. */
  private record Inserting(
      Connection connection, PreparedStatement insert, Statement syncing, String sync)
      implements Clients.Client {

    @Override
    public void call() throws SQLException {
      insertOne(insert, "user-" + ThreadLocalRandom.current().nextInt(1, Scenario.USERS.size()));
      if (!sync.isEmpty()) {
        syncing.execute(sync);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** Reads all tokens of a user. */
  static Side select(Connector connector, String user) {
    return new Clients(
        () -> {
          Connection connection = connector.connect();
          return new Selecting(connection, connection.prepareStatement(SELECT), user);
        });
  }

  private record Selecting(Connection connection, PreparedStatement select, String user)
      implements Clients.Client {

    @Override
    public void call() throws SQLException {
      select.setString(1, user);
      int rows = 0;
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          result.getBytes("digest");
          result.getString("scopes");
          rows++;
        }
      }
      if (rows != LoadSection.LISTED) {
        throw new IllegalStateException("found " + rows + " tokens");
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
