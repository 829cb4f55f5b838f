package io.latchkey.hibernate.mariadb;

import static io.latchkey.hibernate.token.Tokens.OWNER;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.server.ServerDatabase;
import io.latchkey.hibernate.server.ServerFailureContract;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong on a MariaDB that runs. */
class MariaDbFailureTest extends ServerFailureContract {

  private static final String CREATES_UNDER_WAY =
      """
      SELECT count(*) FROM information_schema.processlist
      WHERE info LIKE '%latchkey_event_counter%' AND id <> connection_id()""";

  private static final String QUESTIONS =
      """
      SELECT variable_value FROM information_schema.global_status
      WHERE variable_name = 'QUESTIONS'""";

  private static MariaDbServer server;

  @BeforeAll
  static void startServer() {
    server = MariaDbServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected ServerDatabase createDatabase() {
    return server.createDatabase();
  }

  @Override
  protected void undoTheFirst(int times) {
    failTheFirst(times, "40001", 1213);
  }

  @Override
  protected String urlWith(String userInfo) {
    return "jdbc:mariadb:sequential://" + userInfo + "@host/db";
  }

  @Override
  protected String cuttingOff(String user) {
    return "KILL CONNECTION USER " + user;
  }

  @Test
  void check_ofDatabaseThatDoesNotExist_saysSo() {
    reopen("url", server.url("nowhere"));
    assertThat(store().check().problem())
        .contains(
            "the database %s does not exist, or is not the user's: grant it all rights there"
                .formatted(server.url("nowhere")));

    database().execute("GRANT ALL ON nowhere.* TO " + database().user());
    assertThat(store().check().problem())
        .contains("the database %s does not exist".formatted(server.url("nowhere")));
  }

  @Test
  void check_byUserWhoMayMakeNoTables_saysSo() {
    database()
        .execute("REVOKE CREATE ON %s.* FROM %s".formatted(database().name(), database().user()));

    assertProblem("does not let the user do this: grant it all rights there");
  }

  @Test
  void check_byUserWhoMayHaveTooFewConnections_saysSo() {
    database().execute("ALTER USER %s WITH MAX_USER_CONNECTIONS 1".formatted(database().user()));

    assertProblem("takes no more connections");
  }

  @Test
  void check_afterAStartThatDiedWhileItMadeTables_makesTheRest() {
    store().check();
    database()
        .execute(
            "DELETE FROM latchkey_schema_history WHERE type = 'SQL'",
            "DROP INDEX latchkey_token_by_expiration ON latchkey_token",
            "DELETE FROM latchkey_directory",
            "DROP TABLE latchkey_removed_user");
    reopen();

    assertThat(store().check().problem()).isEmpty();
    database()
        .execute(
            "SELECT * FROM latchkey_token FORCE INDEX (latchkey_token_by_expiration)",
            "SELECT * FROM latchkey_removed_user",
            "INSERT INTO latchkey_organization SELECT revision, '', '' FROM latchkey_directory");
    assertThat(number("SELECT count(*) FROM latchkey_organization")).isEqualTo(1);
  }

  @Test
  void check_afterAStartThatFailedWhileItMadeTables_makesThem() {
    database().execute("CREATE TABLE latchkey_token (somebody_elses INT)");
    assertThat(store().check().isOk()).isFalse();
    database().execute("DROP TABLE latchkey_token");

    assertThat(store().check().problem()).isEmpty();
    assertThat(create(1)).isEqualTo(1);
  }

  @Test
  void create_thatWaitsInVainForALock_isTriedAgain() {
    failTheFirst(3, "HY000", 1205);

    assertThat(create(1)).isEqualTo(1);
    assertThat(create(2)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "HY000, 1021, has no space left on its disk",
    "HY000, 1114, has no space left on its disk",
    "08004, 1040, takes no more connections",
    "08S01, 1047, is on a node that is not part of its cluster now",
    "HY000, 1130, takes no connections from this host",
    "HY000, 1234, 'failed with SQLSTATE HY000, error 1234'",
  })
  void create_thatTheServerRefuses_saysWhyWithoutEffect(String state, int error, String what) {
    failTheFirst(1, state, error);

    ProviderUnavailableException failure = failureOfCreate(1);
    assertThat(failure).hasMessage("the database " + database().url() + " " + what);
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(create(1)).isEqualTo(1);
  }

  /** The numbers of a sequence do not come back when a transaction is undone. */
  private void failTheFirst(int times, String state, int error) {
    store().check();
    database()
        .execute(
            "CREATE SEQUENCE tries",
            """
        CREATE TRIGGER fail BEFORE INSERT ON latchkey_token FOR EACH ROW
          IF NEXTVAL(tries) <= %d THEN
            SIGNAL SQLSTATE '%s' SET MYSQL_ERRNO = %d, MESSAGE_TEXT = 'on purpose';
          END IF"""
                .formatted(times, state, error));
  }

  @Test
  void removeAll_thatTheServerUndoesToEndADeadlock_isTriedAgain() throws Exception {
    create(1);
    create(2);
    long before = status("Innodb_deadlocks");
    try (Connection other = database().connect();
        Statement statement = other.createStatement()) {
      // With more to undo than the other, it is not this one that is undone.
      statement.execute("CREATE TABLE somebody_elses (number INT)");
      other.setAutoCommit(false);
      statement.execute("INSERT INTO somebody_elses SELECT seq FROM seq_1_to_100");
      statement.execute("SELECT * FROM latchkey_token WHERE token_id = 2 FOR UPDATE");
      CompletableFuture<Long> removal =
          CompletableFuture.supplyAsync(() -> store().removeAll(OWNER, token(1).creationDate()));
      awaitOneWhoWaitsForARow();
      statement.execute("SELECT * FROM latchkey_event_counter FOR UPDATE");
      assertThat(status("Innodb_deadlocks")).isEqualTo(before + 1);
      other.commit();

      assertThat(removal.get(60, TimeUnit.SECONDS)).isEqualTo(2);
    }
    assertThat(create(3)).isEqualTo(5);
  }

  /** Of an owner without tokens too: the count is made by the way. */
  @Test
  void create_isOneStatement() {
    reopen("pool-size", "1");
    store().check();
    number(QUESTIONS);
    long before = number(QUESTIONS);
    long looking = number(QUESTIONS) - before;
    create(1);

    assertThat(number(QUESTIONS) - before - 2 * looking).isEqualTo(1);
  }

  @Test
  void create_whatEverIsSetForTheServer_isReadCommittedAndCutsNothing() {
    database().execute("SET GLOBAL tx_isolation = 'SERIALIZABLE'");
    try {
      reopen();
      store().check();
    } finally {
      database().execute("SET GLOBAL tx_isolation = DEFAULT");
    }
    database()
        .execute(
            """
        CREATE TRIGGER check_isolation BEFORE INSERT ON latchkey_token FOR EACH ROW
          IF @@tx_isolation <> 'READ-COMMITTED' THEN
            SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'another isolation';
          END IF""");
    assertThat(create(1)).isEqualTo(1);

    database().execute("ALTER TABLE latchkey_token MODIFY name VARCHAR(7)");
    assertThat(create(2)).isEqualTo(2);
    assertThat(failureOfCreate(10)).hasMessageContaining("SQLSTATE 22001");
  }

  @Test
  void create_whileAnotherTransactionKeepsALock_isUnavailableAndSaysSo() throws Exception {
    reopen("timeout", "PT1S");
    awaitOpen();
    create(1);
    try (Connection other = database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM latchkey_event_counter FOR UPDATE");

      ProviderUnavailableException failure = failureOfCreate(2);
      assertThat(failure).hasMessageEndingWith("a lock held by another transaction for too long");
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }
    assertThat(store().get(OWNER, 2)).isEmpty();
    assertThat(create(3)).isEqualTo(2);
  }

  /** Whether the server sees that nobody waits for its answer any more is up to it. */
  @Test
  void create_thatWaitsTooLongForTheServer_isUnavailableWithUnknownEffect() throws Exception {
    reopen("timeout", "PT1S");
    awaitOpen();
    create(1);
    try (Connection other = database().connect();
        Statement statement = other.createStatement()) {
      statement.execute("LOCK TABLES latchkey_event_counter WRITE");

      ProviderUnavailableException failure = failureOfCreate(2);
      assertThat(failure).hasMessageContaining("cannot be reached, or has broken the connection");
      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
    }
    await(() -> number(CREATES_UNDER_WAY) == 0);
    assertThat(create(3)).isEqualTo(store().get(OWNER, 2).isPresent() ? 3 : 2);
  }

  @Test
  void create_whileAllConnectionsAreInUse_isUnavailableAndSaysSo() throws Exception {
    // The URL beats the key timeout: the one who waits goes on waiting.
    reopen("pool-size", "1", "timeout", "PT1S", "url", database().url() + "?socketTimeout=60000");
    awaitOpen();
    create(1);
    try (Connection other = database().connect();
        Statement statement = other.createStatement()) {
      statement.execute("LOCK TABLES latchkey_event_counter WRITE");
      CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> create(2));
      awaitOneWho("Waiting for table metadata lock");

      assertProblem("has had no connection to spare: all that the pool may have are in use");
      statement.execute("UNLOCK TABLES");
      assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(2);
    }
    assertThat(create(3)).isEqualTo(3);
  }

  /** It ends without its handler, and would leave the count to the next one on the connection. */
  @Test
  void create_whoseStatementIsKilled_isOfUnknownEffectAndGivesTheConnectionUp() throws Exception {
    reopen("pool-size", "1");
    create(1);
    long connection = connectionOfThePool();
    database()
        .execute("CREATE TRIGGER slow BEFORE INSERT ON latchkey_token FOR EACH ROW DO SLEEP(60)");
    CompletableFuture<ProviderUnavailableException> failure =
        CompletableFuture.supplyAsync(() -> failureOfCreate(2));
    awaitOneWho("User sleep");
    database().execute("KILL QUERY " + connection, "DROP TRIGGER slow");

    assertThat(failure.get(60, TimeUnit.SECONDS).effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(create(3)).isEqualTo(2);
    assertThat(connectionOfThePool()).isNotEqualTo(connection);
  }

  @Test
  void create_onAServerThatTakesNoChanges_saysSoAndGivesTheConnectionUp() {
    reopen("pool-size", "1");
    create(1);
    long connection = connectionOfThePool();
    database().execute("SET GLOBAL read_only = 1");
    try {
      ProviderUnavailableException failure = failureOfCreate(2);
      assertThat(failure).hasMessageEndingWith("is read-only, as a replica is");
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
    } finally {
      database().execute("SET GLOBAL read_only = 0");
    }
    assertThat(create(3)).isEqualTo(2);
    assertThat(connectionOfThePool()).isNotEqualTo(connection);
  }

  private long connectionOfThePool() {
    return number(
        "SELECT max(id) FROM information_schema.processlist WHERE user = '%s'"
            .formatted(database().user()));
  }

  /** InnoDB shows what it has shown before to who asks again within a tenth of a second. */
  private void awaitOneWhoWaitsForARow() {
    await(
        () -> {
          LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
          return number(
                  "SELECT count(*) FROM information_schema.innodb_trx"
                      + " WHERE trx_state = 'LOCK WAIT'")
              > 0;
        });
  }

  private void awaitOneWho(String waits) {
    String query =
        "SELECT count(*) FROM information_schema.processlist WHERE state = '%s'".formatted(waits);
    await(() -> number(query) > 0);
  }

  private long status(String name) {
    return number(
        "SELECT variable_value FROM information_schema.global_status WHERE variable_name = '%s'"
            .formatted(name));
  }
}
