package io.latchkey.ldap.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnsTest {

  private final Turns turns = new Turns();

  @Test
  @Timeout(30)
  void take_whileAnotherDoesNotComeToItsEnd_goesOn() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<String> hung =
          thread.submit(
              () ->
                  turns.take(
                      "owner",
                      () -> {
                        begun.countDown();
                        await(end);
                        return "late";
                      }));
      begun.await();

      assertThat(turns.take("owner", () -> "in time")).isEqualTo("in time");
      assertThat(hung.isDone()).isFalse();
      end.countDown();
      assertThat(hung.get()).isEqualTo("late");
    } finally {
      end.countDown();
      thread.shutdown();
    }
  }

  @Test
  void take_afterOneThatFailed_isNext() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                turns.take(
                    "owner",
                    () -> {
                      throw new IllegalStateException("wrong");
                    }));

    assertThat(turns.take("owner", () -> "next")).isEqualTo("next");
  }

  @Test
  void take_byAThreadThatIsInterrupted_goesOnAndStaysInterrupted() {
    Thread.currentThread().interrupt();

    assertThat(turns.take("owner", () -> "all the same")).isEqualTo("all the same");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
