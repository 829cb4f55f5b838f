package io.latchkey.hibernate.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** While one transaction changes an H2 file, no other does. */
@Timeout(60)
class WriteTurnTest {

  @TempDir Path directory;

  private final ExecutorService another = Executors.newSingleThreadExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private Database database;
  private DatabaseAccess access;

  @BeforeEach
  void open() {
    DatabaseSettings settings =
        new DatabaseSettings(
            JdbcUrl.h2File(directory.resolve("latchkey")),
            Optional.empty(),
            Optional.empty(),
            4,
            Duration.ofMillis(250),
            false);
    database = new Database(settings, List.of());
    access = new DatabaseAccess(database);
    while (!access.check().isOk()) {
      Thread.onSpinWait(); // it takes longer than the time limit to open it
    }
  }

  @AfterEach
  void close() {
    end.countDown();
    another.shutdown();
    database.close();
  }

  @Test
  void change_whileAnotherIsUnderWay_isRefusedAfterTheTimeLimit() throws Exception {
    Future<Optional<Integer>> first = another.submit(this::lastingChange);
    begun.await();

    assertThatThrownBy(() -> access.change(session -> Optional.of(2)))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage(
            "the database %s was being changed by others for 250 ms",
            directory.resolve("latchkey.mv.db"))
        .extracting(e -> ((ProviderUnavailableException) e).effect())
        .isEqualTo(Effect.NONE);
    end.countDown();

    assertThat(first.get()).contains(1);
  }

  @Test
  void change_afterOneThatFailed_isMade() {
    assertThatThrownBy(
            () ->
                access.change(
                    session -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(inAnotherThread(() -> access.change(session -> Optional.of(2)))).contains(2);
  }

  @Test
  void change_waitingWhenItsThreadIsInterrupted_goesOnWaiting() throws Exception {
    Future<Optional<Integer>> first = another.submit(this::lastingChange);
    begun.await();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> access.change(session -> Optional.of(2)))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageEndingWith(" was being changed by others for 250 ms");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(first.isDone()).isFalse();
  }

  @Test
  void read_whileAChangeIsUnderWay_doesNotWait() throws Exception {
    Future<Optional<Integer>> change = another.submit(this::lastingChange);
    begun.await();

    assertThat(access.check().isOk()).isTrue();
    assertThat(change.isDone()).isFalse();
  }

  private Optional<Integer> lastingChange() {
    return access.change(
        session -> {
          begun.countDown();
          try {
            assertThat(end.await(60, SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return Optional.of(1);
        });
  }

  private <T> T inAnotherThread(Callable<T> call) {
    try {
      return another.submit(call).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
