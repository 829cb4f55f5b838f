package com.example.latchkey.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The kit, on three nodes for the first tests, and on two of three for all others. */
class CassandraTokenStoreContractTest extends TokenStoreContract {

  private static final int TESTS_ON_THREE_NODES = 30;

  private static final Nodes NODES = Nodes.ofBuild();
  private static int backends;

  @BeforeAll
  static void expectThreeNodes() {
    assertThat(NODES.status().lines())
        .as("nodes")
        .hasSize(3)
        .allMatch(node -> node.contains("runs"));
  }

  @AfterAll
  static void expectTwoNodes() {
    assertThat(NODES.status().lines().filter(node -> node.contains("runs")))
        .as("nodes that are left")
        .hasSize(2);
    System.out.println((backends - TESTS_ON_THREE_NODES) + " tests ran on two of three nodes");
    NODES.revive(3);
  }

  @Override
  protected TokenStoreBackend createBackend() {
    if (++backends == TESTS_ON_THREE_NODES + 1) {
      NODES.kill(3);
      System.out.println(
          TESTS_ON_THREE_NODES + " tests ran on three nodes; now node 3 was killed with SIGKILL");
    }
    return new CassandraBackend(NODES);
  }
}
