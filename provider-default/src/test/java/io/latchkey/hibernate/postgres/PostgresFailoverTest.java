package io.latchkey.hibernate.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.hibernate.HibernateTokenStoreFactory;
import io.latchkey.hibernate.server.ServerBackend;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TestContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Three nodes of a host on a primary with a synchronous standby, which takes its place while tokens
 * are created and removed on all nodes.
 */
@Timeout(180)
class PostgresFailoverTest {

  private static final int NODES = 3;
  private static final int POOL_SIZE = 4;
  private static final int ENOUGH = 50;
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** A bound for a busy machine, not what is to be expected: that is printed. */
  private static final Duration WORKS_AGAIN = Duration.ofSeconds(20);

  /** A call may wait for a connection and for an answer, and for a busy machine. */
  private static final Duration LONGEST_CALL = TIMEOUT.multipliedBy(2).plusSeconds(2);

  private static PostgresCluster cluster;

  private PostgresDatabase database;
  private final List<TestContext> contexts = new ArrayList<>();
  private final List<TokenStore> nodes = new ArrayList<>();

  @BeforeAll
  static void startCluster() {
    cluster = PostgresCluster.start();
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @BeforeEach
  void startNodes() {
    database = cluster.createDatabase();
    for (int i = 0; i < NODES; i++) {
      TestContext context =
          ServerBackend.newContext(
              database, "pool-size", Integer.toString(POOL_SIZE), "timeout", TIMEOUT.toString());
      contexts.add(context);
      TokenStore node = new HibernateTokenStoreFactory().create(context);
      nodes.add(node);
      awaitOpen(node);
    }
  }

  /** A busy machine may take longer than the time limit to open a database. */
  private static void awaitOpen(TokenStore node) {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!node.check().isOk()) {
      assertThat(System.nanoTime()).as("time, in nanoseconds").isLessThan(deadline);
    }
  }

  @AfterEach
  void stopNodes() {
    nodes.forEach(TokenStore::close);
    contexts.forEach(TestContext::close);
  }

  @Test
  void acknowledgedChanges_surviveTheDeathOfThePrimaryThereAndBack() throws Exception {
    TokenTraffic traffic = new TokenTraffic(nodes);
    try (traffic) {
      for (String primary : List.of("first", "second")) {
        traffic.awaitCreatesOnEachNode(ENOUGH);
        traffic.startMeasuring();
        cluster.killPrimary();
        cluster.promote();
        traffic.awaitCreatesOnEachNode(ENOUGH);
        assertWorksAgain(traffic, "the " + primary + " primary killed");
        cluster.rejoin();
      }
    }
    assertKept(traffic, 2);
  }

  @Test
  void acknowledgedChanges_surviveAPrimaryThatHangsAndIsThenKilled() throws Exception {
    assertSurvivesHang("a primary that hung for " + TIMEOUT + " killed", cluster::killPrimary);
  }

  /** As if its machine had lost its power: nothing is refused, nothing is answered. */
  @Test
  void acknowledgedChanges_surviveAPrimaryThatNeverAnswersAgain() throws Exception {
    assertSurvivesHang("a primary that hung for good", () -> {});
  }

  private void assertSurvivesHang(String what, Runnable afterwards) throws Exception {
    TokenTraffic traffic = new TokenTraffic(nodes);
    try (traffic) {
      traffic.awaitCreatesOnEachNode(ENOUGH);
      traffic.startMeasuring();
      cluster.primary().freeze();
      LockSupport.parkNanos(TIMEOUT.toNanos());
      afterwards.run();
      cluster.promote();
      traffic.awaitCreatesOnEachNode(ENOUGH);
      assertWorksAgain(traffic, what);
      cluster.rejoin();
    }
    assertKept(traffic, 1);
  }

  private static void assertWorksAgain(TokenTraffic traffic, String what) {
    System.out.printf(
        "Fail-over, %s: without a create for %s, longest call %d ms, effect unknown of %d%n",
        what,
        traffic.longestPauses().stream().map(pause -> pause.toMillis() + " ms").toList(),
        traffic.longestCall().toMillis(),
        traffic.history().unknown());
    assertThat(traffic.longestPauses()).allMatch(pause -> pause.compareTo(WORKS_AGAIN) < 0);
    assertThat(traffic.longestCall()).isLessThan(LONGEST_CALL);
  }

  /** What nobody can tell of was on its way when a connection broke, and on each once. */
  private void assertKept(TokenTraffic traffic, int failovers) throws SQLException {
    traffic.history().assertKept(database);
    assertThat(traffic.history().unknown()).isLessThanOrEqualTo(failovers * NODES * POOL_SIZE);
    assertThat(traffic.history().size()).isGreaterThan(NODES * ENOUGH);
  }
}
