package io.latchkey.hibernate.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the tests of a fail-over stand on: a cluster that keeps what it has acknowledged. */
@Timeout(120)
class PostgresClusterTest {

  private static PostgresCluster cluster;

  private PostgresDatabase database;

  @BeforeAll
  static void startCluster() {
    cluster = PostgresCluster.start();
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @BeforeEach
  void makeTable() {
    database = cluster.createDatabase();
    database.execute("CREATE TABLE kept (number INT)", "GRANT ALL ON kept TO PUBLIC");
  }

  @Test
  void rowsOfEachPrimary_areOnTheNextOne() throws SQLException {
    List<String> primaries = new ArrayList<>();
    for (int round = 1; round <= 3; round++) {
      primaries.add(cluster.primary().address());
      database.execute("INSERT INTO kept VALUES (" + (10 * round) + ")");
      cluster.killPrimary();
      cluster.promote();
      database.execute("INSERT INTO kept VALUES (" + (10 * round + 1) + ")");
      cluster.rejoin();
    }
    assertThat(kept()).containsExactly(10, 11, 20, 21, 30, 31);
    assertThat(primaries).hasSize(3);
    assertThat(primaries.get(1)).isNotEqualTo(primaries.get(0));
    assertThat(primaries.get(2)).isEqualTo(primaries.get(0));
  }

  @Test
  void commit_whileTheStandbyIsGone_isNotAcknowledged() throws SQLException {
    cluster.standby().kill();

    assertThatThrownBy(() -> insertByUrl(1, "&socketTimeout=1"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).startsWith("08"));

    cluster.rejoin();
    insertByUrl(2, "");
    assertThat(kept()).contains(2);
  }

  @Test
  void promote_whileThePrimaryLives_isRefused() throws SQLException {
    assertThatIllegalStateException().isThrownBy(cluster::promote);

    insertByUrl(1, "");
    assertThat(kept()).containsExactly(1);
  }

  private void insertByUrl(int number, String parameters) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                cluster.url(database.name()) + parameters, database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO kept VALUES (" + number + ")");
    }
  }

  private List<Integer> kept() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT number FROM kept ORDER BY number")) {
      List<Integer> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getInt(1));
      }
      return all;
    }
  }
}
