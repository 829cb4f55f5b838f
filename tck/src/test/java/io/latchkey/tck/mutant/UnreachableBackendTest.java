package io.latchkey.tck.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.tck.TokenStoreBackend;
import io.latchkey.tck.TokenStoreContract;
import io.latchkey.tck.memory.InMemoryTokenStoreBackend;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A backend that cannot be made is red, whatever it throws. */
class UnreachableBackendTest {

  /** Throws what JUnit takes for a wish to skip. */
  static final class AbortingKit extends TokenStoreContract {
    @Override
    protected TokenStoreBackend createBackend() {
      throw new TestAbortedException("no server here");
    }
  }

  static final class FailingKit extends TokenStoreContract {
    @Override
    protected TokenStoreBackend createBackend() {
      throw new IllegalStateException("no server here");
    }
  }

  static final class AbortingBeforeAllKit extends TokenStoreContract {
    @BeforeAll
    static void start() {
      Assumptions.abort("no server here");
    }

    @Override
    protected TokenStoreBackend createBackend() {
      return new InMemoryTokenStoreBackend();
    }
  }

  @Test
  void createBackend_thatAborts_failsEveryTest() {
    assertFailed(KitRun.of(AbortingKit.class));
  }

  @Test
  void createBackend_thatThrows_failsEveryTest() {
    assertFailed(KitRun.of(FailingKit.class));
  }

  @Test
  void beforeAll_thatAborts_failsTheRun() {
    assertFailed(KitRun.of(AbortingBeforeAllKit.class));
  }

  private static void assertFailed(KitRun run) {
    assertThat(run.passed()).as("tests that passed").isZero();
    assertThat(run.broken().get("no rule")).as("failure").contains("no server here");
    assertThat(run.broken()).as("failures, and nothing skipped").containsOnlyKeys("no rule");
  }
}
