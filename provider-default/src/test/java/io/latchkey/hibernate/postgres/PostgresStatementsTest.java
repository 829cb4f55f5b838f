package io.latchkey.hibernate.postgres;

import static io.latchkey.hibernate.token.Tokens.NOW;
import static io.latchkey.hibernate.token.Tokens.OWNER;
import static io.latchkey.hibernate.token.Tokens.digest;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.HibernatePermissionCheckerFactory;
import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.hibernate.HibernateUserDirectoryFactory;
import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionRequest;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which statements PostgreSQL is sent; {@code BEGIN} and {@code COMMIT} are some. */
class PostgresStatementsTest {

  /** The driver's log of what it sends, at its finest level. The pool's question is empty. */
  private static final Pattern SENT =
      Pattern.compile("FE=> Parse\\(stmt=[^,]*,query=\"([^\"]+)\"", Pattern.DOTALL);

  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3");

  private ServerBackend postgres;
  private TestContext context;
  private TokenStore store;

  @BeforeEach
  void open() {
    postgres = new ServerBackend(PostgresServer.start());
    // One connection only: what has been used on it often is prepared on it.
    context = ServerBackend.newContext(postgres.database(), "pool-size", "1");
    store = new HibernateTokenStoreFactory().create(context);
    store.check();
  }

  @AfterEach
  void close() {
    store.close();
    context.close();
    postgres.close();
  }

  @Test
  void create_ofAUsersFirstToken_isOneStatement() {
    assertThat(sent(() -> store.create(token(1))))
        .singleElement()
        .asString()
        .startsWith("with counter as");
  }

  @Test
  void create_ofADuplicate_isOneStatement() {
    store.create(token(1));

    assertThat(sent(() -> store.create(token(1)))).hasSize(1);
  }

  @Test
  void remove_isOneStatement() {
    store.create(token(1));

    assertThat(sent(() -> store.remove(OWNER, 1, NOW)))
        .singleElement()
        .asString()
        .startsWith("with counter as");
  }

  @Test
  void findByDigest_isOneStatement() {
    assertThat(sent(() -> store.findByDigest(digest(1)))).hasSize(1);
  }

  @Test
  void findUser_isOneStatement() {
    try (UserDirectory users = new HibernateUserDirectoryFactory().create(context)) {
      assertThat(sent(() -> users.findUser("ci"))).hasSize(1);
      assertThat(sent(() -> users.organizationExists("acme"))).hasSize(1);
    }
  }

  @Test
  void check_ofAPermission_isOneStatement() {
    Caller caller = new Caller("ci", "acme");
    PermissionRequest request =
        new PermissionRequest(caller, "user.write", "acme", Optional.of("ci"));
    try (PermissionChecker permissions = new HibernatePermissionCheckerFactory().create(context)) {
      assertThat(sent(() -> permissions.check(request))).hasSize(1);
    }
  }

  @Test
  void create_andLookUp_doneOften_areParsedNoMore() {
    for (long id = 1; id <= 6; id++) {
      store.create(token(id));
      store.findByDigest(digest(1));
    }

    assertThat(sent(() -> store.create(token(7)))).isEmpty();
    assertThat(sent(() -> store.findByDigest(digest(7)))).isEmpty();
  }

  private static List<String> sent(Runnable call) {
    List<String> statements = new CopyOnWriteArrayList<>();
    Handler handler = handler(statements);
    Level before = DRIVER.getLevel();
    DRIVER.addHandler(handler);
    DRIVER.setLevel(Level.FINEST);
    try {
      call.run();
    } finally {
      DRIVER.setLevel(before);
      DRIVER.removeHandler(handler);
    }
    return statements;
  }

  private static Handler handler(List<String> statements) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        Matcher matcher = SENT.matcher(entry.getMessage());
        if (matcher.find()) {
          statements.add(matcher.group(1));
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
