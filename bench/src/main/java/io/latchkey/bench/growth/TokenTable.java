package io.latchkey.bench.growth;

import io.latchkey.hibernate.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of tokens on a PostgreSQL, filled by one statement without its indexes, which are made
 * again afterwards as they were.
 */
final class TokenTable {

  private static final String SAMPLES =
      "CREATE TABLE bench_sample (place bigint PRIMARY KEY, user_id text, digest bytea)";

  private static final String FILL =
      """
      INSERT INTO latchkey_token (token_id, organization_id, user_id, event_sequence, digest,
        digest_algorithm, digest_key_id, creation_date, change_date, expiration_date, scopes, name)
      SELECT n, 'acme', coalesce(s.user_id, 'filler-' || n / 20), 1 + n % 20,
        coalesce(s.digest, sha256(int8send(n))), 'SHA-256', '', 1700000000000000 + n,
        1700000000000000 + n, 4070908800000000 + n,
        'openid profile urn:zitadel:iam:user:metadata urn:zitadel:iam:user:resourceowner', NULL
      FROM generate_series(1, ?) AS n LEFT JOIN bench_sample s ON s.place = n
      """;

  private static final String COUNT =
      "INSERT INTO latchkey_event_counter (organization_id, user_id, last_sequence)"
          + " SELECT DISTINCT organization_id, user_id, 20 FROM latchkey_token";

  /** Expired tokens, beside all others, with ids and digests of their own. */
  private static final String EXPIRE =
      """
      INSERT INTO latchkey_token (token_id, organization_id, user_id, event_sequence, digest,
        digest_algorithm, digest_key_id, creation_date, change_date, expiration_date, scopes, name)
      SELECT 100000000000 + n, 'acme', 'expired-' || n / 20, 1 + n % 20,
        sha256(int8send(100000000000 + n)), 'SHA-256', '', 1700000000000000 + n,
        1700000000000000 + n, 1700000000000001 + n, 'openid', NULL
      FROM generate_series(1, ?) AS n
      """;

  private static final String CONSTRAINTS =
      "SELECT conname, 'ALTER TABLE latchkey_token ADD CONSTRAINT ' || conname || ' '"
          + " || pg_get_constraintdef(oid) FROM pg_constraint"
          + " WHERE conrelid = 'latchkey_token'::regclass AND contype IN ('p', 'u') ORDER BY conname";

  private static final String INDEXES =
      "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'latchkey_token'"
          + " AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY indexname";

  private final PostgresDatabase database;

  TokenTable(PostgresDatabase database) {
    this.database = database;
  }

  /** A thing that is dropped by its name, and made again. */
  private record Definition(String name, String statement) {}

  /** Fills the table, in which the samples are spread evenly. */
  void fill(long rows, Samples samples) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(SAMPLES);
      insert(connection, rows, samples);
      List<Definition> constraints = definitions(statement, CONSTRAINTS);
      List<Definition> indexes = definitions(statement, INDEXES);
      for (Definition index : indexes) {
        statement.execute("DROP INDEX " + index.name());
      }
      for (Definition constraint : constraints) {
        statement.execute("ALTER TABLE latchkey_token DROP CONSTRAINT " + constraint.name());
      }
      statement.execute("SET maintenance_work_mem = '512MB'");
      run(connection, FILL, rows);
      for (Definition definition : constraints) {
        statement.execute(definition.statement());
      }
      for (Definition definition : indexes) {
        statement.execute(definition.statement());
      }
      if (!definitions(statement, CONSTRAINTS).equals(constraints)
          || !definitions(statement, INDEXES).equals(indexes)) {
        throw new IllegalStateException("the table is not as it was migrated");
      }
      statement.execute(COUNT);
      statement.execute("DROP TABLE bench_sample");
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    }
  }

  private static void run(Connection connection, String insert, long rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setLong(1, rows);
      statement.executeUpdate();
    }
  }

  private static void insert(Connection connection, long rows, Samples samples)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO bench_sample VALUES (?, ?, ?)")) {
      for (int i = 0; i < Samples.COUNT; i++) {
        insert.setLong(1, 1 + i * (rows / Samples.COUNT));
        insert.setString(2, Samples.owner(i));
        insert.setBytes(3, samples.digest(i));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<Definition> definitions(Statement statement, String query)
      throws SQLException {
    List<Definition> definitions = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        definitions.add(new Definition(result.getString(1), result.getString(2)));
      }
    }
    return definitions;
  }

  /** Adds tokens that have expired. */
  void expire(int rows) throws SQLException {
    try (Connection connection = database.connect()) {
      run(connection, EXPIRE, rows);
    }
  }

  /** A number: how many tokens there are. */
  long count() throws SQLException {
    return number("SELECT count(*) FROM latchkey_token");
  }

  /** What table, indexes and long values take on the disk, in MiB. */
  long mebibytes() throws SQLException {
    return number("SELECT pg_total_relation_size('latchkey_token') / 1048576");
  }

  private long number(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
