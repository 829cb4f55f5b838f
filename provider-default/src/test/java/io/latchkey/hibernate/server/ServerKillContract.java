package io.latchkey.hibernate.server;

import static io.latchkey.hibernate.token.Tokens.digest;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.latchkey.hibernate.token.Tokens;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kills the server with SIGKILL while tokens are created, and starts it again. */
public abstract class ServerKillContract {

  private static final int ROUNDS = 2;
  private static final int THREADS = 4;
  private static final int ACKNOWLEDGED_IN_A_ROUND = 300;
  private static final Duration POOL_TRUST = Duration.ofMillis(600);

  private final AtomicLong lastId = new AtomicLong();

  /** By token id, the sequence that was answered. */
  private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();

  /** Creates of which it was said that they have not happened and will not. */
  private final Set<Long> withoutEffect = ConcurrentHashMap.newKeySet();

  private ServerBackend backend;
  private TokenStore store;

  /**
   * Starts a server.
   *
   * @return a server that answers
   */
  protected abstract DatabaseServer startServer();

  @BeforeEach
  final void start() {
    backend = new ServerBackend(startServer(), "timeout", "PT1S");
    store = backend.tokens();
  }

  @AfterEach
  final void stop() {
    store.close();
    backend.close();
  }

  @Test
  final void create_acknowledgedBeforeTheServerIsKilled_isThereAfterwards() throws Exception {
    // To open a database may take longer than the short time limit.
    await(() -> store.check().isOk(), Duration.ofSeconds(60));
    for (int round = 1; round <= ROUNDS; round++) {
      createUntilKilled(round * ACKNOWLEDGED_IN_A_ROUND);
      assertCannotTell();
      backend.restore();
      await(() -> store.check().isOk(), Duration.ofSeconds(30));
      assertHeld();
    }
    assertThat(withoutEffect).isNotEmpty();
  }

  @Test
  final void callsWhileTheServerIsKnownToBeDown_areAnsweredAtOnce() throws Exception {
    await(() -> store.check().isOk(), Duration.ofSeconds(60));
    create(1);
    kill();
    assertCannotTell();

    long begin = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      assertCannotTell();
    }
    // A hundred that wait for a connection would take a hundred seconds.
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  final void create_whileTheServerIsStartedAgainInTime_waitsForIt() throws Exception {
    backend.close();
    backend = new ServerBackend(startServer(), "timeout", "PT60S");
    store = backend.tokens();
    create(1);
    kill();
    Thread restart = new Thread(() -> backend.restore());
    restart.start();

    assertThat(create(2)).isEqualTo(2);
    restart.join();
  }

  /** The pool hands out a connection that was used half a second ago without a look at it. */
  private void kill() {
    backend.interrupt();
    long begin = System.nanoTime();
    await(() -> System.nanoTime() - begin > POOL_TRUST.toNanos(), Duration.ofSeconds(60));
  }

  private void createUntilKilled(int enough) throws InterruptedException {
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      // Two threads for each of two users.
      TokenOwner owner = new TokenOwner("acme", "user-" + i % 2);
      Thread client = new Thread(() -> createUntilItFails(owner));
      client.start();
      clients.add(client);
    }
    await(() -> acknowledged.size() >= enough, Duration.ofSeconds(60));
    kill();
    for (Thread client : clients) {
      client.join();
    }
  }

  private void createUntilItFails(TokenOwner owner) {
    while (true) {
      long id = lastId.incrementAndGet();
      try {
        Created created = (Created) store.create(Tokens.token(owner, id));
        acknowledged.put(id, created.token().sequence());
      } catch (ProviderUnavailableException e) {
        if (e.effect() == Effect.NONE) {
          withoutEffect.add(id);
        }
        return;
      }
    }
  }

  private void assertCannotTell() {
    long id = lastId.incrementAndGet();
    ProviderUnavailableException failure =
        catchThrowableOfType(ProviderUnavailableException.class, () -> store.create(token(id)));
    assertThat(failure)
        .hasMessage(
            "the database "
                + backend.database().url()
                + " cannot be reached, or has broken the connection off");
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    withoutEffect.add(id);
    assertThat(
            catchThrowableOfType(
                ProviderUnavailableException.class, () -> store.findByDigest(digest(1))))
        .isNotNull();
    assertThat(store.check().isOk()).isFalse();
  }

  /** By JDBC alone: it is the tables that are looked at, not the provider. */
  private void assertHeld() throws SQLException {
    Map<Long, Long> held = new HashMap<>();
    Set<String> sequences = new HashSet<>();
    try (Connection connection = backend.database().connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT token_id, event_sequence, user_id FROM latchkey_token")) {
      while (rows.next()) {
        held.put(rows.getLong(1), rows.getLong(2));
        sequences.add(rows.getString(3) + " " + rows.getLong(2));
      }
    }
    assertThat(held).containsAllEntriesOf(acknowledged);
    assertThat(held).doesNotContainKeys(withoutEffect.toArray(Long[]::new));
    assertThat(sequences).as("sequences of a user, none twice").hasSize(held.size());
  }

  private long create(long id) {
    return ((Created) store.create(token(id))).token().sequence();
  }

  private static void await(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
