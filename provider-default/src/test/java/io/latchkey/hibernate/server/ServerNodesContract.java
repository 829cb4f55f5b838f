package io.latchkey.hibernate.server;

import static io.latchkey.hibernate.token.Tokens.NOW;
import static io.latchkey.hibernate.token.Tokens.OWNER;
import static io.latchkey.hibernate.token.Tokens.digest;
import static io.latchkey.hibernate.token.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several nodes of a host, each with a pool of its own, on one database. */
public abstract class ServerNodesContract {

  private static final int NODES = 6;

  private final List<TestContext> contexts = new ArrayList<>();
  private final List<TokenStore> nodes = new ArrayList<>();
  private ServerDatabase database;

  /** For the tests of a server. */
  protected ServerNodesContract() {}

  /**
   * Makes a database.
   *
   * @return an empty one
   */
  protected abstract ServerDatabase createDatabase();

  /**
   * A query that takes the lock under which tables are made, to the end of the session.
   *
   * @return the query, for the database of the session
   */
  protected abstract String takingTheLock();

  /**
   * A query that counts who waits for that lock.
   *
   * @return a query of one row
   */
  protected abstract String countingWhoWait();

  @BeforeEach
  final void makeNodes() {
    database = createDatabase();
    for (int i = 0; i < NODES; i++) {
      TestContext context =
          ServerBackend.newContext(database, "pool-size", "1", "timeout", "PT60S");
      contexts.add(context);
      nodes.add(new HibernateTokenStoreFactory().create(context));
    }
  }

  @AfterEach
  final void closeNodes() {
    nodes.forEach(TokenStore::close);
    contexts.forEach(TestContext::close);
  }

  @RepeatedTest(3)
  final void check_byNodesThatStartAtOnceOnAnEmptyDatabase_isOkForAll() throws Exception {
    assertThat(atOnce(TokenStore::check)).containsOnly(CheckResult.ok());
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM latchkey_schema_history WHERE version = '1'")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  final void check_onSomebodyElsesDatabase_makesOurTablesBesideTheirs() throws Exception {
    database.execute("CREATE TABLE somebody_elses (id INT)");

    assertThat(atOnce(TokenStore::check)).containsOnly(CheckResult.ok());
    assertThat(create(nodes.get(0), 1)).isEqualTo(1);
  }

  @Test
  @Timeout(60)
  final void check_whileAnotherNodeBringsTheTablesUpToDate_waitsForIt() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<CheckResult> check;
      try (Connection other = database.connect();
          Statement statement = other.createStatement()) {
        statement.execute(takingTheLock());
        check = thread.submit(() -> nodes.get(0).check());
        awaitOneWhoWaits(statement);
        assertThat(check.isDone()).isFalse();
      }
      assertThat(check.get(60, TimeUnit.SECONDS)).isEqualTo(CheckResult.ok());
    } finally {
      thread.shutdown();
    }
  }

  private void awaitOneWhoWaits(Statement statement) throws SQLException {
    boolean waits = false;
    while (!waits) {
      try (ResultSet rows = statement.executeQuery(countingWhoWait())) {
        rows.next();
        waits = rows.getInt(1) == 1;
      }
    }
  }

  @Test
  final void create_byAllNodesForOneNewUser_givesEachSequenceOnce() throws Exception {
    List<List<Long>> sequences =
        atOnce(
            node ->
                LongStream.rangeClosed(1, 50)
                    .map(i -> nodes.indexOf(node) * 50L + i)
                    .mapToObj(id -> create(node, id))
                    .toList());

    assertThat(sequences.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, NODES * 50L).boxed().toList());
  }

  @Test
  final void create_ofOneDigestByAllNodes_succeedsOnce() throws Exception {
    List<CreateResult> results =
        atOnce(
            node ->
                node.create(
                    new NewToken(
                        nodes.indexOf(node) + 1L,
                        OWNER,
                        digest(1),
                        NOW,
                        NOW.plusSeconds(1),
                        List.of(),
                        Optional.empty())));

    assertThat(results).filteredOn(Created.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(new CreateResult.Duplicate()::equals).hasSize(NODES - 1);
    assertThat(create(nodes.get(0), 1000)).isEqualTo(2);
  }

  @Test
  final void create_ofWhatOthersRemove_neverFailsAndNeverLosesCount() throws Exception {
    create(nodes.get(0), 1);
    List<Long> events =
        atOnce(
            node -> {
              long count = 0;
              for (int i = 0; i < 100; i++) {
                count += node.remove(OWNER, 1, NOW).isPresent() ? 1 : 0;
                count += node.create(token(1)) instanceof Created ? 1 : 0;
              }
              return count;
            });

    assertThat(create(nodes.get(0), 2))
        .isEqualTo(1 + events.stream().mapToLong(Long::longValue).sum() + 1);
  }

  @Test
  final void remove_besideCreatesOfTheSameUser_givesEachSequenceOnce() throws Exception {
    List<List<Long>> sequences =
        atOnce(
            node -> {
              List<Long> events = new ArrayList<>();
              for (long id = nodes.indexOf(node) * 50L + 1; events.size() < 100; id++) {
                events.add(create(node, id));
                events.add(node.remove(OWNER, id, NOW).orElseThrow().sequence());
              }
              return events;
            });

    assertThat(sequences.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, NODES * 100L).boxed().toList());
  }

  private static long create(TokenStore node, long id) {
    return ((Created) node.create(token(id))).token().sequence();
  }

  private interface Work<T> {
    T on(TokenStore node) throws Exception;
  }

  private <T> List<T> atOnce(Work<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    CyclicBarrier together = new CyclicBarrier(NODES);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (TokenStore node : nodes) {
        calls.add(
            () -> {
              together.await();
              return work.on(node);
            });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
