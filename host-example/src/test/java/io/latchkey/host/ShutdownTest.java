package io.latchkey.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.config.Settings;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.spi.CheckResult;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the server while a request hangs in a provider. */
class ShutdownTest {

  @TempDir private Path folder;

  @Test
  void close_whileARequestHangs_closesTheProvidersAllTheSame() throws Exception {
    HangingChecker hanging = new HangingChecker();
    ProviderLookup lookup = ProviderLookup.in(getClass().getClassLoader()).with(hanging);
    Settings settings =
        HostKeys.settings(lookup)
            .withArguments(
                List.of("--http.port=0", "--data.dir=" + folder, "--http.shutdown-timeout=PT0.1S"));
    Host host = Host.start(lookup, settings, Clock.systemUTC());
    String token = Files.readString(folder.resolve("bootstrap.pat")).strip();
    CompletableFuture<Void> client =
        CompletableFuture.runAsync(() -> createIgnoringTheEnd(new Client(host.uri()), token));
    hanging.entered.await();
    host.close();
    try (FileChannel file =
        FileChannel.open(folder.resolve("latchkey.mv.db"), StandardOpenOption.WRITE)) {
      assertThat(file.tryLock()).as("the lock of the database").isNotNull();
    }
    hanging.goOn.countDown();
    client.join();
  }

  private static void createIgnoringTheEnd(Client client, String token) {
    try {
      client.create(token, "", "ci");
    } catch (Exception e) {
      // The connection was cut off, which is what the time limit is for.
      return;
    }
  }

  /** Does not answer until it is told to. */
  private static final class HangingChecker implements PermissionChecker {

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public PermissionDecision check(PermissionRequest request) {
      entered.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return PermissionDecision.NO_MEMBERSHIP;
    }

    @Override
    public CheckResult check() {
      return CheckResult.ok();
    }

    @Override
    public void close() {}
  }
}
