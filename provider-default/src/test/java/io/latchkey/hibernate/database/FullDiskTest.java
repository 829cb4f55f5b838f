package io.latchkey.hibernate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.latchkey.hibernate.H2Context;
import io.latchkey.hibernate.token.Tokens;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.TokenStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

  @TempDir private Path directory;
  private H2Context context;
  private TokenStore store;

  @BeforeEach
  void open() {
    FullDisk.register();
    context = new H2Context(directory, "url", "jdbc:h2:full:" + directory.resolve("latchkey"));
    store = context.tokens();
  }

  @AfterEach
  void close() {
    FullDisk.setFull(false);
    FullDisk.whenFelt(() -> {});
    store.close();
    context.close();
  }

  @Test
  void find_ofTokenThatCouldNotBeWritten_cannotTell_andFindsNoneOnceThereIsSpace() {
    store.create(Tokens.token(1));
    FullDisk.setFull(true);
    assertThat(
            catchThrowableOfType(
                ProviderUnavailableException.class, () -> store.create(Tokens.token(2))))
        .isNotNull();
    // What is not on the disk is not there, whatever H2 still has in memory.
    assertThat(
            catchThrowableOfType(
                ProviderUnavailableException.class, () -> store.findByDigest(Tokens.digest(2))))
        .isNotNull();

    FullDisk.setFull(false);
    awaitWell();

    assertThat(store.findByDigest(Tokens.digest(2))).isEmpty();
    assertThat(store.findByDigest(Tokens.digest(1))).isPresent();
    assertThat(((Created) store.create(Tokens.token(3))).token().sequence()).isEqualTo(2);
  }

  /** H2 shows a commit to others before it is written. */
  @Test
  @Timeout(60)
  void find_whileTheTokenIsBeingWritten_waitsAndCannotTellIfThatFails() throws Exception {
    store.create(Tokens.token(1));
    CountDownLatch felt = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    FullDisk.whenFelt(
        () -> {
          felt.countDown();
          awaitQuietly(read);
        });
    FullDisk.setFull(true);
    CompletableFuture<Object> create = inBackground(() -> store.create(Tokens.token(2)));
    felt.await();
    CompletableFuture<Object> find = inBackground(() -> store.findByDigest(Tokens.digest(2)));

    assertThatThrownBy(() -> find.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    read.countDown();
    assertThat(create).failsWithin(Duration.ofSeconds(30));
    assertThat(find).failsWithin(Duration.ofSeconds(30));
  }

  private static CompletableFuture<Object> inBackground(Supplier<Object> call) {
    return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The pool drops its connections to what H2 has closed one by one, each when it is used. */
  private void awaitWell() {
    for (int i = 0; i < 100 && !store.check().isOk(); i++) {
      Thread.onSpinWait();
    }
  }
}
