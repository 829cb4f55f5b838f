package io.latchkey.hibernate.server;

import static io.latchkey.hibernate.token.Tokens.OWNER;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on a server that runs: here what can go wrong on every one. */
public abstract class ServerFailureContract {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int POOL_SIZE = 16;

  private ServerDatabase database;
  private TestContext context;
  private TokenStore store;

  /** For the tests of a server. */
  protected ServerFailureContract() {}

  /**
   * Makes a database.
   *
   * @return an empty one
   */
  protected abstract ServerDatabase createDatabase();

  /**
   * Lets the server undo the first inserts of tokens, because of concurrent changes as it says.
   *
   * @param times how many
   */
  protected abstract void undoTheFirst(int times);

  /**
   * A URL with a password before the host, which no driver of the server takes.
   *
   * @param userInfo user and password
   * @return the URL
   */
  protected abstract String urlWith(String userInfo);

  /**
   * Ends all connections of a user.
   *
   * @param user the user
   * @return the statement
   */
  protected abstract String cuttingOff(String user);

  @BeforeEach
  final void makeDatabase() {
    database = createDatabase();
    open();
  }

  @AfterEach
  final void close() {
    store.close();
    context.close();
  }

  private void open(String... keysAndValues) {
    context = ServerBackend.newContext(database, keysAndValues);
    store = new HibernateTokenStoreFactory().create(context);
  }

  /**
   * The database of the test.
   *
   * @return an empty one, until the store is asked something
   */
  protected final ServerDatabase database() {
    return database;
  }

  /**
   * What the store was made with.
   *
   * @return the context of the store
   */
  protected final TestContext context() {
    return context;
  }

  /**
   * The store under test.
   *
   * @return the store
   */
  protected final TokenStore store() {
    return store;
  }

  /**
   * Makes the store anew.
   *
   * @param keysAndValues keys of the provider, each followed by its text
   */
  protected final void reopen(String... keysAndValues) {
    close();
    open(keysAndValues);
  }

  /** A busy machine may take longer than a short time limit to open a database. */
  protected final void awaitOpen() {
    await(() -> store.check().isOk());
  }

  /**
   * Waits, for a minute at the most.
   *
   * @param condition what must come true
   */
  protected static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time, in nanoseconds").isLessThan(deadline);
    }
  }

  /**
   * Asks the database as its administrator.
   *
   * @param query a query of one number
   * @return the number
   */
  protected final long number(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Creates a token, whose digest is of its id.
   *
   * @param id the id
   * @return the sequence of the event
   */
  protected final long create(long id) {
    return ((Created) store.create(token(id))).token().sequence();
  }

  /**
   * Creates a token in vain.
   *
   * @param id the id
   * @return why it could not be created
   */
  protected final ProviderUnavailableException failureOfCreate(long id) {
    return catchThrowableOfType(ProviderUnavailableException.class, () -> store.create(token(id)));
  }

  /**
   * Sees that the store says what is wrong.
   *
   * @param what is said after the URL of the database
   */
  protected final void assertProblem(String what) {
    assertThat(store.check().problem()).contains("the database " + database.url() + " " + what);
  }

  /**
   * Sees that nothing of a failure shows a text.
   *
   * @param failure the failure, with its causes
   * @param secret the text
   */
  protected static void assertNoSecret(Throwable failure, String secret) {
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).contains("Exception").doesNotContain(secret);
  }

  @Test
  final void check_withWrongPassword_saysSoWithoutIt() {
    reopen("password", "wrong-secret");

    assertProblem("refuses the user or the password");
    assertNoSecret(failureOfCreate(1), "wrong-secret");
  }

  @Test
  final void check_withPasswordInTheUrl_reachesTheDatabaseAndSaysNothingOfIt() {
    reopen("url", database.url() + "?user=" + database.user() + "&password=wrong-secret");
    // The keys of the context name the right ones; the URL beats them.
    assertProblem("refuses the user or the password");
    assertNoSecret(failureOfCreate(1), "wrong-secret");
  }

  @Test
  final void create_withPasswordBeforeTheHost_isRefusedWithoutShowingIt() {
    TestContext wrong = ServerBackend.newContext(database, "url", urlWith("me:secret"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HibernateTokenStoreFactory().create(wrong))
        .withMessage("the value of key url cannot be read");
  }

  @Test
  final void create_thatTheServerUndoesBecauseOfOthers_isTriedAgain() {
    undoTheFirst(3);

    assertThat(create(1)).isEqualTo(1);
    assertThat(create(2)).isEqualTo(2);
  }

  @Test
  final void create_thatTheServerAlwaysUndoes_isUnavailableWithoutEffect() {
    undoTheFirst(1000);

    assertThat(failureOfCreate(1).effect()).isEqualTo(Effect.NONE);
    assertThat(store.get(OWNER, 1)).isEmpty();
  }

  @Test
  final void create_afterEveryConnectionWasCutOff_works() {
    create(1);
    database.execute(cuttingOff(database.user()));

    // Whoever gets a connection that was used just now may find out that it is dead.
    for (int i = 0; i < POOL_SIZE && !store.check().isOk(); i++) {
      assertThat(store.check().problem().orElse(""))
          .doesNotContain("SQLSTATE")
          .doesNotContain("terminat");
    }
    assertThat(create(2)).isEqualTo(2);
  }
}
