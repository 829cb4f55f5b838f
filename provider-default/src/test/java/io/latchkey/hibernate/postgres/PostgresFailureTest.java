package io.latchkey.hibernate.postgres;

import static io.latchkey.hibernate.token.Tokens.NOW;
import static io.latchkey.hibernate.token.Tokens.OWNER;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.hibernate.HibernateUserDirectoryFactory;
import io.latchkey.hibernate.server.ServerDatabase;
import io.latchkey.hibernate.server.ServerFailureContract;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.token.CreateResult;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on a PostgreSQL that runs. */
class PostgresFailureTest extends ServerFailureContract {

  private static PostgresServer server;

  @BeforeAll
  static void startServer() {
    server = PostgresServer.start();
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
    failTheFirst(times, "40P01", "BEFORE INSERT", "");
  }

  @Override
  protected String urlWith(String userInfo) {
    return "jdbc:postgresql://" + userInfo + "@host/db";
  }

  @Override
  protected String cuttingOff(String user) {
    return "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '%s'"
        .formatted(user);
  }

  @Test
  void check_ofDatabaseThatDoesNotExist_saysSo() {
    reopen("url", server.url("nowhere"));

    assertThat(store().check().problem())
        .contains("the database " + server.url("nowhere") + " does not exist");
  }

  @Test
  void check_byUserWhoMayMakeNoTables_saysSo() {
    database().execute("ALTER DATABASE " + database().name() + " OWNER TO postgres");

    assertProblem("does not let the user do this: make it the owner");
  }

  @Test
  void create_thatTheServerUndoesAtItsCommit_isTriedAgain() {
    failTheFirst(3, "40001", "AFTER INSERT", "DEFERRABLE INITIALLY DEFERRED");

    assertThat(create(1)).isEqualTo(1);
    assertThat(create(2)).isEqualTo(2);
  }

  /** The numbers of a sequence do not come back when a transaction is undone. */
  private void failTheFirst(int times, String state, String when, String deferred) {
    store().check();
    database()
        .execute(
            "CREATE SEQUENCE tries",
            "GRANT ALL ON SEQUENCE tries TO PUBLIC",
            """
        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF nextval('tries') <= %d THEN RAISE EXCEPTION USING ERRCODE = '%s'; END IF;
          RETURN NEW;
        END $$"""
                .formatted(times, state),
            "CREATE %s TRIGGER fail %s ON latchkey_token %s FOR EACH ROW EXECUTE FUNCTION fail()"
                .formatted(deferred.isEmpty() ? "" : "CONSTRAINT", when, deferred));
  }

  /** Shut down by its administrator, and a completion that is unknown. */
  @ParameterizedTest
  @ValueSource(strings = {"57P01", "40003"})
  void create_whoseCommitFails_isUnavailableWithUnknownEffect(String state) {
    failTheFirst(1, state, "AFTER INSERT", "DEFERRABLE INITIALLY DEFERRED");

    assertThat(failureOfCreate(1).effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(create(1)).isEqualTo(1);
  }

  @Test
  void create_whateverIsolationIsSetForTheDatabase_isReadCommitted() {
    database()
        .execute(
            "ALTER DATABASE %s SET default_transaction_isolation = 'serializable'"
                .formatted(database().name()));
    store().check();
    database()
        .execute(
            """
        CREATE FUNCTION check_isolation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          ASSERT current_setting('transaction_isolation') = 'read committed';
          RETURN NEW;
        END $$""",
            "CREATE TRIGGER check_isolation BEFORE INSERT ON latchkey_token"
                + " FOR EACH ROW EXECUTE FUNCTION check_isolation()");

    assertThat(create(1)).isEqualTo(1);
  }

  @Test
  void create_ofADigestThatIsThere_isNotLogged() {
    create(1);
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler = handler(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      assertThat(store().create(token(1))).isEqualTo(new CreateResult.Duplicate());
    } finally {
      root.removeHandler(handler);
    }
    assertThat(logged).isEmpty();
  }

  private static Handler handler(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        logged.add(entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** The server does not see that nobody waits for its answer any more. */
  @Test
  void create_thatWaitsTooLongForTheServer_isUnavailableWithUnknownEffect() throws Exception {
    reopen("timeout", "PT1S");
    awaitOpen();
    create(1);
    try (Connection other = database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM latchkey_event_counter FOR UPDATE");

      ProviderUnavailableException failure = failureOfCreate(2);
      assertThat(failure).hasMessageContaining("cannot be reached, or has broken the connection");
      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(store().get(OWNER, 2)).isEmpty();
    }
    await(() -> store().get(OWNER, 2).isPresent());
    assertThat(create(3)).isEqualTo(3);
  }

  @Test
  void removeAll_thatWaitsForACreate_takesThatTokenToo() throws Exception {
    create(1);
    try (Connection other = database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          """
          WITH counter AS (UPDATE latchkey_event_counter SET last_sequence = 2)
          INSERT INTO latchkey_token
          SELECT 2, organization_id, user_id, 2, '\\x0002', digest_algorithm, digest_key_id,
            creation_date, change_date, expiration_date, last_use, scopes, name
          FROM latchkey_token""");
      CompletableFuture<Long> waiting =
          CompletableFuture.supplyAsync(() -> store().removeAll(OWNER, NOW));
      awaitOneWhoWaits();
      other.commit();

      assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(2);
    }
    assertThat(create(3)).isEqualTo(5);
  }

  @Test
  void create_whileAllConnectionsAreInUse_isUnavailableAndSaysSo() throws Exception {
    // The URL beats the key timeout: the one who waits for the lock goes on waiting.
    reopen("pool-size", "1", "timeout", "PT1S", "url", database().url() + "?socketTimeout=60");
    awaitOpen();
    create(1);
    try (Connection other = database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM latchkey_event_counter FOR UPDATE");
      CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> create(2));
      awaitOneWhoWaits();

      assertProblem("has had no connection to spare: all that the pool may have are in use");
      assertThat(failureOfCreate(1).effect()).isEqualTo(Effect.NONE);
      other.commit();
      assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(2);
    }
    assertThat(create(3)).isEqualTo(3);
  }

  private void awaitOneWhoWaits() {
    await(() -> number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
  }

  @Test
  void create_onceTheDatabaseIsNoLongerReadOnly_works() {
    create(1);
    setReadOnlyForNewConnections(true);
    reopen();
    assertThatThrownBy(() -> store().create(token(2)))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageEndingWith("is read-only, as a standby is");

    setReadOnlyForNewConnections(false);

    // Each failure takes one connection out of the pool of sixteen.
    for (int i = 0; i < 16 && store().get(OWNER, 3).isEmpty(); i++) {
      createOrFail(3);
    }
    assertThat(store().get(OWNER, 3)).isPresent();
  }

  private void createOrFail(long id) {
    try {
      store().create(token(id));
    } catch (ProviderUnavailableException e) {
      assertThat(e.effect()).isEqualTo(Effect.NONE);
    }
  }

  private void setReadOnlyForNewConnections(boolean on) {
    database()
        .execute(
            "ALTER ROLE %s SET default_transaction_read_only = %s"
                .formatted(database().user(), on));
  }

  @Test
  void failure_ofAnyKind_tellsNoValueOfAStatement() {
    create(1);
    database().execute("ALTER TABLE latchkey_token ADD CONSTRAINT odd CHECK (token_id <> 7)");

    ProviderUnavailableException failure = failureOfCreate(7);

    assertNoSecret(failure, "token 7");
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
  }

  @Test
  void findUser_ofTextThatNoTableHolds_isAbsent() {
    try (UserDirectory users = new HibernateUserDirectoryFactory().create(context())) {
      users
          .managed()
          .orElseThrow()
          .addFirstUser(
              new Organization("?", "?"),
              new User("?", "?", UserKind.MACHINE, UserState.ACTIVE, "?"),
              Set.of());

      assertThat(users.findUser("?")).isPresent();
      assertThat(users.findUser("\ud83d")).isEmpty();
      assertThat(users.findUser("\u0000")).isEmpty();
      assertThat(users.organizationExists("\ud83d")).isFalse();
    }
  }
}
