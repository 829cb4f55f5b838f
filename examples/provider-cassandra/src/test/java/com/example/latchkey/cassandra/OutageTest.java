package com.example.latchkey.cassandra;

import static com.example.latchkey.cassandra.Tokens.NOW;
import static com.example.latchkey.cassandra.Tokens.OWNER;
import static com.example.latchkey.cassandra.Tokens.digest;
import static com.example.latchkey.cassandra.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is said while the cluster is silent, or was never there. */
class OutageTest {

  private static final TokenQuery ALL =
      new TokenQuery(List.of(), TokenOrder.NEWEST_FIRST, Optional.empty(), 0, 10);

  @Test
  void calls_whileAllNodesAreSilent_couldNotTellAndCanBeMadeAgain() {
    CassandraBackend backend =
        new CassandraBackend(Cluster.ofBuild(), CassandraBackend.Interruption.SILENCE);
    try (TokenStore store = backend.open();
        TokenStore late = backend.open()) {
      store.create(token(OWNER, 1));
      backend.interrupt();

      assertCouldNotTell(backend, () -> store.create(token(OWNER, 2)));
      assertCouldNotTell(backend, () -> store.findByDigest(digest(1)));
      assertCouldNotTell(backend, () -> store.get(OWNER, 1));
      assertCouldNotTell(backend, () -> store.list(ALL));
      assertCouldNotTell(backend, () -> store.remove(OWNER, 1, NOW));
      assertCouldNotTell(backend, () -> store.removeAll(OWNER, NOW));
      assertCouldNotTell(backend, () -> store.removeExpired(NOW, 1));
      assertCouldNotTell(backend, () -> late.get(OWNER, 1));
      assertThat(store.check().isOk()).isFalse();
      assertThat(late.check().isOk()).isFalse();

      backend.restore();
      store.create(token(OWNER, 2));

      StoredToken first = StoredToken.created(token(OWNER, 1), 1);
      StoredToken second = StoredToken.created(token(OWNER, 2), 2);
      assertThat(store.list(ALL).tokens()).containsExactlyInAnyOrder(first, second);
      assertThat(late.findByDigest(digest(2))).contains(second);
      assertThat(late.remove(OWNER, 2, NOW))
          .hasValueSatisfying(removal -> assertThat(removal.sequence()).isEqualTo(3));
    } finally {
      backend.close();
    }
  }

  @Test
  void store_overNodesThatAreNotThere_isMadeAndSaysSo() throws IOException {
    try (TokenStore store = unreachable()) {
      assertThat(store.check().problem())
          .contains("no connection to the Cassandra cluster: AllNodesFailedException");
      assertThatThrownBy(() -> store.create(token(OWNER, 1)))
          .isInstanceOfSatisfying(
              ProviderUnavailableException.class,
              e -> assertThat(e.effect()).isEqualTo(ProviderUnavailableException.Effect.NONE));
    }
  }

  private static TokenStore unreachable() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    return new CassandraTokenStoreFactory()
        .create(
            new io.latchkey.tck.TestContext(
                Map.of("contact-points", "127.0.0.1:" + port), Path.of("target", "unused")));
  }

  private static void assertCouldNotTell(CassandraBackend backend, ThrowingCallable call) {
    long start = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(ProviderUnavailableException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(backend.timeLimit());
  }
}
