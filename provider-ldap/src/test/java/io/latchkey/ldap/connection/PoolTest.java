package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.spi.ProviderUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PoolTest {

  private final TestDirectory directory = TestDirectory.plain("one");
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    executor.shutdownNow();
    directory.close();
  }

  @Test
  void create_noCallYet_connectsToNobody() {
    TestSettings settings = TestSettings.to(directory.address()).checkedEach(Duration.ofMillis(20));
    try (LdapConnections unused = settings.open()) {
      assertThat(unused).isNotNull();
      assertThat(directory.connections()).isZero();
    }
  }

  @Test
  void ask_manyThreads_allAreAnsweredOverFewConnections() throws Exception {
    try (LdapConnections connections = TestSettings.to(directory.address()).poolSize(8).open()) {
      assertThat(Crowd.of(64).ask(connections)).hasSize(64).containsOnly("one");
      assertThat(directory.connections()).isBetween(1, 8);
    }
  }

  @Test
  void ask_oneAfterTheOther_usesOneConnection() {
    try (LdapConnections connections = TestSettings.to(directory.address()).open()) {
      for (int i = 0; i < 20; i++) {
        assertThat(TestDirectory.ask(connections)).isEqualTo("one");
      }
      assertThat(directory.connections()).isEqualTo(1);
    }
  }

  @Test
  void ask_noConnectionBecomesFree_failsInTime() throws Exception {
    Held held = hold();
    // The response timeout is long: what ends the wait is the connect timeout.
    TestSettings settings =
        TestSettings.to(directory.address())
            .poolSize(1)
            .within(Duration.ofMillis(100), Duration.ofSeconds(50));
    try (LdapConnections connections = settings.open()) {
      Future<String> first = held.ask(connections);

      assertThatThrownBy(() -> TestDirectory.ask(connections))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage(
              "no directory server could be asked:"
                  + " none of the 1 connections has become free in time");

      held.go();
      assertThat(first.get()).isEqualTo("one");
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
    }
  }

  @Test
  void ask_interruptedWhileItWaits_failsKeepsFlagAndPoolGoesOn() throws Exception {
    Held held = hold();
    try (LdapConnections connections = TestSettings.to(directory.address()).poolSize(1).open()) {
      Future<String> first = held.ask(connections);
      Interrupted waiting = Interrupted.ask(connections);
      Await.until("it waits", waiting::isWaiting);

      waiting.interrupt();

      waiting.assertFailed();
      held.go();
      assertThat(first.get()).isEqualTo("one");
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
    }
  }

  @Test
  void ask_interruptedWhileItConnects_failsKeepsFlagAndPoolGoesOn() throws Exception {
    try (PlayedServer hung = PlayedServer.silent();
        LdapConnections connections =
            TestSettings.to(hung.address(true), directory.address()).poolSize(1).open()) {
      Interrupted connecting = Interrupted.ask(connections);
      Await.until("it connects", () -> hung.connections() == 1 && connecting.isWaiting());

      connecting.interrupt();

      connecting.assertFailed();
      hung.stop();
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
    }
  }

  @Test
  void ask_interruptedWhileServerThinks_isAnsweredAndKeepsFlag() throws Exception {
    Held held = hold();
    try (LdapConnections connections = TestSettings.to(directory.address()).poolSize(1).open()) {
      Interrupted asking = Interrupted.ask(connections);
      held.await();

      asking.interrupt();
      held.go();

      asking.assertAnswered();
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
    }
  }

  @Test
  void ask_operationThrows_connectionIsReplaced() throws Exception {
    try (LdapConnections connections = TestSettings.to(directory.address()).poolSize(1).open()) {
      LdapAccess access = new LdapAccess(connections);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () ->
                    access.collect(
                        TestDirectory.BASE,
                        SearchScope.BASE,
                        TestDirectory.ANY,
                        () -> "",
                        (all, entry) -> {
                          throw new IllegalStateException("not this one");
                        }))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("not this one");
      }
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
    }
  }

  @Test
  void close_idleConnections_areClosed() {
    LdapConnections connections = TestSettings.to(directory.address()).open();
    assertThat(TestDirectory.ask(connections)).isEqualTo("one");

    connections.close();

    Await.until("it is closed", () -> directory.openConnections() == 0);
    assertThatThrownBy(() -> TestDirectory.ask(connections))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the connections are closed");
  }

  @Test
  void close_callUnderWay_isAnsweredAndItsConnectionClosed() throws Exception {
    Held held = hold();
    LdapConnections connections = TestSettings.to(directory.address()).open();
    Future<String> asked = held.ask(connections);

    connections.close();

    held.go();
    assertThat(asked.get()).isEqualTo("one");
    Await.until("it is closed", () -> directory.openConnections() == 0);
  }

  @Test
  void close_healthCheckHangs_doesNotWaitForIt() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch hanging = new CountDownLatch(1);
    LdapConnections connections =
        TestSettings.to(directory.address())
            .within(Duration.ofMillis(500), Duration.ofSeconds(50))
            .checkedEach(Duration.ofMillis(20))
            .open();
    Crowd.of(4).meetAt(directory).ask(connections);
    directory
        .requests()
        .onRootRead(
            () -> {
              hanging.countDown();
              never.await();
            });
    hanging.await();
    long start = System.nanoTime();

    connections.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    never.countDown();
    Await.until("all are closed", () -> directory.openConnections() == 0);
  }

  @Test
  void close_twice_isFine() {
    LdapConnections connections = TestSettings.to(directory.address()).open();
    connections.close();

    connections.close();

    assertThat(directory.connections()).isZero();
  }

  private Held hold() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    directory
        .requests()
        .onSearch(
            () -> {
              asked.countDown();
              go.await();
            });
    return new Held(asked, go, executor);
  }

  /** A call that the server lets wait. */
  private record Held(CountDownLatch asked, CountDownLatch answer, ExecutorService executor) {

    Future<String> ask(LdapConnections connections) throws InterruptedException {
      Future<String> answer = executor.submit(() -> TestDirectory.ask(connections));
      await();
      return answer;
    }

    void await() throws InterruptedException {
      asked.await();
    }

    void go() {
      answer.countDown();
    }
  }

  /** A thread that asks, and is interrupted. */
  private record Interrupted(Thread thread, AtomicReference<Object> outcome, AtomicBoolean flag) {

    static Interrupted ask(LdapConnections connections) {
      AtomicReference<Object> outcome = new AtomicReference<>();
      AtomicBoolean flag = new AtomicBoolean();
      Thread thread =
          new Thread(
              () -> {
                try {
                  outcome.set(TestDirectory.ask(connections));
                } catch (ProviderUnavailableException e) {
                  outcome.set(e);
                }
                flag.set(Thread.currentThread().isInterrupted());
              });
      thread.start();
      return new Interrupted(thread, outcome, flag);
    }

    boolean isWaiting() {
      return thread.getState() == Thread.State.TIMED_WAITING;
    }

    void interrupt() {
      thread.interrupt();
    }

    void assertFailed() throws InterruptedException {
      thread.join();
      assertThat(outcome.get())
          .isInstanceOfSatisfying(
              ProviderUnavailableException.class,
              e ->
                  assertThat(e)
                      .hasMessage(
                          "no directory server could be asked: the thread was interrupted"));
      assertThat(flag).isTrue();
    }

    void assertAnswered() throws InterruptedException {
      thread.join();
      assertThat(outcome.get()).isEqualTo("one");
      assertThat(flag).isTrue();
    }
  }
}
