package com.example.latchkey.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.latchkey.cassandra.CassandraBackend.Interruption;
import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import io.latchkey.tck.rule.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** The kit, on three nodes for the first tests, and on two of three for all others. */
class CassandraTokenStoreContractTest extends TokenStoreContract {

  private static final int TESTS_ON_THREE_NODES = 30;

  /** The rule about the death of the whole backend. */
  private static final String DEATH_OF_ALL = "TS-102";

  private static final Cluster CLUSTER = Cluster.ofBuild();
  private static int backends;

  private Interruption interruption = Interruption.SILENCE;

  @BeforeAll
  static void expectThreeNodes() {
    assertThat(CLUSTER.running()).as("nodes that run").containsExactly(1, 2, 3);
  }

  @AfterAll
  static void expectTwoNodes() {
    assertThat(CLUSTER.running()).as("nodes that are left").containsExactly(1, 2);
    System.out.println((backends - TESTS_ON_THREE_NODES) + " tests ran on two of three nodes");
    CLUSTER.revive(3);
  }

  /** Silence is harder on a store than death, and nodes that have died take long to come back. */
  @BeforeEach
  void chooseInterruption(TestInfo test) {
    Rule rule = test.getTestMethod().orElseThrow().getAnnotation(Rule.class);
    interruption = rule.value().equals(DEATH_OF_ALL) ? Interruption.DEATH : Interruption.SILENCE;
  }

  @Override
  protected TokenStoreBackend createBackend() {
    if (++backends == TESTS_ON_THREE_NODES + 1) {
      CLUSTER.kill(3);
      System.out.println(
          TESTS_ON_THREE_NODES + " tests ran on three nodes; now node 3 was killed with SIGKILL");
    }
    return new CassandraBackend(CLUSTER, interruption);
  }
}
