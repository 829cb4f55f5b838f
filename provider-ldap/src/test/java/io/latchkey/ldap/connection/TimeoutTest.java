package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import io.latchkey.ldap.server.TlsCertificate;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The limits are under a second; what is not limited would take minutes, or for ever. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimeoutTest {

  private static final Duration PLENTY = Duration.ofSeconds(20);

  private static TlsCertificate certificate;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) {
    certificate = TlsCertificate.forLoopback(folder.resolve("tls"));
  }

  @Test
  void ask_serverIsSilentAtBind_failsInTime() {
    try (PlayedServer hung = PlayedServer.silent()) {
      assertFailsInTime(
          TestSettings.to(hung.address()).hurried(),
          hung.address() + ": it does not answer in time");
    }
  }

  @Test
  void ask_serverIsSilentAndNobodyBinds_failsInTime() {
    try (PlayedServer hung = PlayedServer.silent()) {
      assertFailsInTime(
          TestSettings.to(hung.address()).anonymous().hurried(),
          hung.address() + ": it does not answer in time");
    }
  }

  @Test
  void ask_serverIsSilentInHandshake_failsInTime() {
    try (PlayedServer hung = PlayedServer.silent()) {
      ServerAddress ldaps = hung.address(true);
      assertFailsInTime(TestSettings.to(ldaps).hurried(), ldaps + ": it does not answer in time");
    }
  }

  @Test
  void ask_serverIsSilentAtStartTls_failsInTime() {
    try (PlayedServer hung = PlayedServer.silent()) {
      assertFailsInTime(
          TestSettings.to(hung.address()).startTls().hurried(),
          hung.address() + ": it does not answer in time");
    }
  }

  @Test
  void ask_serverIsSilentInHandshakeAfterStartTls_failsInTime() {
    try (PlayedServer hung = PlayedServer.start(PlayedServer.Client::acceptStartTls)) {
      assertFailsInTime(
          TestSettings.to(hung.address()).startTls().hurried(),
          hung.address() + ": it does not answer in time");
    }
  }

  @Test
  void ask_handshakesHangAfterStartTls_doNotWaitForEachOther() throws Exception {
    int threads = 40;
    try (PlayedServer hung = PlayedServer.start(PlayedServer.Client::acceptStartTls);
        LdapConnections connections =
            TestSettings.to(hung.address()).startTls().hurried().poolSize(threads).open()) {
      var executor = Executors.newFixedThreadPool(threads);
      List<Future<Duration>> waits = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        waits.add(executor.submit(() -> timeOfFailure(connections)));
      }
      // One after the other they would take 40 times the limit of 0.8 seconds.
      for (Future<Duration> wait : waits) {
        assertThat(wait.get()).isLessThan(Duration.ofSeconds(16));
      }
      executor.shutdown();
    }
  }

  @Test
  void ask_serverDoesNotTakeConnection_failsInTime() throws IOException {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> waiting = fill(full);
      ServerAddress address = new ServerAddress("127.0.0.1", full.getLocalPort(), false);
      assertFailsInTime(
          TestSettings.to(address).hurried(), address + ": it does not answer in time");
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  @Test
  void ask_serverDoesNotTakeConnectionForTls_failsInTime() throws IOException {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> waiting = fill(full);
      ServerAddress address = new ServerAddress("127.0.0.1", full.getLocalPort(), true);
      assertFailsInTime(
          TestSettings.to(address).hurried(), address + ": it does not answer in time");
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Until the system drops what comes in, as a firewall does. */
  private static List<Socket> fill(ServerSocket full) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    while (true) {
      Socket socket = new Socket();
      try {
        socket.connect(full.getLocalSocketAddress(), 300);
        sockets.add(socket);
      } catch (SocketTimeoutException e) {
        socket.close();
        return sockets;
      }
    }
  }

  @Test
  void ask_serverStopsAnsweringUnderTls_failsInTimeAndOnce() {
    try (TestDirectory directory = TestDirectory.withTls(certificate.keyStore());
        LdapConnections connections =
            TestSettings.to(directory.address())
                .trusting(certificate.certificate())
                .hurried()
                .open()) {
      Await.until("the handshake is in time", () -> answers(connections));
      int before = directory.requests().searches();
      CountDownLatch never = new CountDownLatch(1);
      directory.requests().onSearch(never::await);

      ProviderUnavailableException failure = failure(connections);

      assertThat(failure)
          .hasMessage(
              "no directory server could be asked: "
                  + directory.address()
                  + ": it does not answer in time");
      assertThat(directory.requests().searches()).isEqualTo(before + 1);
      never.countDown();
    }
  }

  @Test
  void add_serverStopsAnswering_isNotMadeAgainAndMayHaveHappened() throws Exception {
    try (TestDirectory directory = TestDirectory.plain("one");
        LdapConnections connections = TestSettings.to(directory.address()).hurried().open()) {
      CountDownLatch never = new CountDownLatch(1);
      directory.requests().onAdd(never::await);

      ProviderUnavailableException failure =
          catchThrowableOfType(
              ProviderUnavailableException.class, () -> add(connections, "ou=a", "x"));

      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(directory.requests().adds()).isEqualTo(1);
      never.countDown();
    }
  }

  @Test
  void add_serverDoesNotTakeRequest_failsInTimeAndIsNotMadeAgain() {
    try (PlayedServer deaf = PlayedServer.start(PlayedServer.Client::acceptBind)) {
      assertGivesUp(deaf, TestSettings.to(deaf.address()));
    }
  }

  @Test
  void add_serverDoesNotTakeRequestUnderTls_failsInTimeAndIsNotMadeAgain() throws Exception {
    try (PlayedServer deaf =
        PlayedServer.start(
            TestDirectory.ssl(certificate.keyStore())
                .createSSLServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
            PlayedServer.Client::acceptBind)) {
      assertGivesUp(deaf, TestSettings.to(deaf.address(true)).trusting(certificate.certificate()));
    }
  }

  /** The limit is longer than a handshake takes. */
  private static void assertGivesUp(PlayedServer deaf, TestSettings settings) {
    try (LdapConnections connections = settings.within(Duration.ofSeconds(2)).open()) {
      long start = System.nanoTime();

      ProviderUnavailableException failure =
          catchThrowableOfType(
              ProviderUnavailableException.class,
              () -> add(connections, "ou=a", "x".repeat(16_000_000)));

      assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PLENTY);
      assertThat(deaf.connections()).isEqualTo(1);
    }
  }

  @Test
  void ask_serverAnswersAgain_asksItAtOnce() {
    try (TestDirectory directory = TestDirectory.plain("one");
        LdapConnections connections = TestSettings.to(directory.address()).hurried().open()) {
      CountDownLatch later = new CountDownLatch(1);
      directory.requests().onSearch(later::await);
      assertThat(failure(connections)).isNotNull();

      directory.requests().answer();
      later.countDown();

      Await.until("it answers", () -> answers(connections));
    }
  }

  private static void add(LdapConnections connections, String rdn, String description)
      throws Exception {
    new LdapAccess(connections)
        .add(
            new AddRequest(
                new DN(rdn + "," + TestDirectory.BASE),
                List.of(
                    new Attribute("objectClass", "organizationalUnit"),
                    new Attribute("description", description))),
            Effect.UNKNOWN);
  }

  private static void assertFailsInTime(TestSettings settings, String why) {
    try (LdapConnections connections = settings.open()) {
      long start = System.nanoTime();

      assertThat(failure(connections))
          .hasMessage("no directory server could be asked: " + why)
          .hasNoCause();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PLENTY);
      assertThat(new LdapAccess(connections).check("ldap.base-dn", TestDirectory.BASE).problem())
          .contains("no directory server could be asked: " + why);
    }
  }

  private static Duration timeOfFailure(LdapConnections connections) {
    long start = System.nanoTime();
    assertThat(failure(connections)).isNotNull();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static boolean answers(LdapConnections connections) {
    try {
      return !TestDirectory.ask(connections).isEmpty();
    } catch (ProviderUnavailableException e) {
      return false;
    }
  }

  private static ProviderUnavailableException failure(LdapConnections connections) {
    return catchThrowableOfType(
        ProviderUnavailableException.class, () -> TestDirectory.ask(connections));
  }
}
