package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.latchkey.spi.ProviderUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailoverTest {

  private static final ServerAddress NOBODY = nobody();

  private final TestDirectory first = TestDirectory.plain("first");
  private final TestDirectory second = TestDirectory.plain("second");

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void ask_bothAnswer_asksFirst() {
    try (LdapConnections connections = TestSettings.to(first.address(), second.address()).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("first");
      assertThat(second.connections()).isZero();
    }
  }

  @Test
  void ask_firstIsDown_asksSecond() {
    try (LdapConnections connections = TestSettings.to(NOBODY, second.address()).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
    }
  }

  @Test
  void ask_firstGoesDown_sameCallAsksSecond() {
    try (LdapConnections connections = TestSettings.to(first.address(), second.address()).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("first");

      first.stop();

      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
    }
  }

  @Test
  void ask_firstIsSilent_sameCallAsksSecondAndNextOnesNeverTheFirst() {
    try (PlayedServer hung = PlayedServer.silent();
        LdapConnections connections =
            TestSettings.to(hung.address(), second.address()).hurried().open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");

      for (int i = 0; i < 5; i++) {
        second.stop();
        second.start();
        assertThat(TestDirectory.ask(connections)).isEqualTo("second");
      }

      assertThat(hung.connections()).isEqualTo(1);
    }
  }

  @Test
  void ask_firstIsSilentAndNobodyBinds_sameCallAsksSecond() {
    try (PlayedServer hung = PlayedServer.silent();
        LdapConnections connections =
            TestSettings.to(hung.address(), second.address()).anonymous().hurried().open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
    }
  }

  @Test
  void ask_firstStopsAnswering_oneCallFailsAndNextOneAsksSecond() {
    try (LdapConnections connections =
        TestSettings.to(first.address(), second.address()).hurried().open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("first");
      CountDownLatch never = new CountDownLatch(1);
      first.requests().onSearch(never::await);

      assertThatThrownBy(() -> TestDirectory.ask(connections))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage(
              "no directory server could be asked: "
                  + first.address()
                  + ": it does not answer in time");
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
      never.countDown();
    }
  }

  @Test
  void ask_firstStopsAnswering_itsOtherConnectionsAreNotUsed() throws Exception {
    try (LdapConnections connections =
        TestSettings.to(first.address(), second.address()).hurried().open()) {
      Crowd.of(4).meetAt(first).ask(connections);
      int before = first.requests().searches();
      CountDownLatch never = new CountDownLatch(1);
      first.requests().onSearch(never::await);
      assertThatThrownBy(() -> TestDirectory.ask(connections))
          .isInstanceOf(ProviderUnavailableException.class);

      for (int i = 0; i < 8; i++) {
        assertThat(TestDirectory.ask(connections)).isEqualTo("second");
      }

      assertThat(first.requests().searches()).isEqualTo(before + 1);
      never.countDown();
    }
  }

  @Test
  void ask_firstIsBusy_sameCallAsksSecond() {
    assertFailsOver(ResultCode.BUSY);
  }

  @Test
  void ask_firstIsUnavailable_sameCallAsksSecond() {
    assertFailsOver(ResultCode.UNAVAILABLE);
  }

  private void assertFailsOver(ResultCode code) {
    first.requests().onSearch(() -> refuse(code));
    try (LdapConnections connections = TestSettings.to(first.address(), second.address()).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
      assertThat(first.requests().searches()).isEqualTo(1);
    }
  }

  private static void refuse(ResultCode code) throws LDAPException {
    throw new LDAPException(code, "come back later");
  }

  @Test
  void ask_onlyServerIsBusy_saysSo() {
    first.requests().onSearch(() -> refuse(ResultCode.BUSY));
    try (LdapConnections connections = TestSettings.to(first.address()).open()) {
      assertThatThrownBy(() -> TestDirectory.ask(connections))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage(
              "no directory server could be asked: "
                  + first.address()
                  + ": it answers 51 (busy): come back later");
    }
  }

  @Test
  void check_allFail_namesEachWithItsReason() {
    try (PlayedServer hung = PlayedServer.silent();
        PlayedServer closing = PlayedServer.start(client -> client.socket().close());
        LdapConnections connections =
            TestSettings.to(
                    NOBODY,
                    hung.address(),
                    closing.address(),
                    new ServerAddress("ldap.invalid", 389, false))
                .hurried()
                .open()) {
      assertThat(new LdapAccess(connections).check("ldap.base-dn", TestDirectory.BASE).problem())
          .contains(
              "no directory server could be asked: "
                  + NOBODY
                  + ": it cannot be reached: Connection refused; "
                  + hung.address()
                  + ": it does not answer in time; "
                  + closing.address()
                  + ": it has closed the connection; "
                  + "ldap://ldap.invalid:389: no such host");
    }
  }

  @Test
  void ask_firstIsBack_goesBackToItAfterHealthCheck() {
    try (LdapConnections connections =
        TestSettings.to(first.address(), second.address())
            .checkedEach(Duration.ofMillis(50))
            .open()) {
      first.stop();
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");

      first.start();

      Await.until("first is asked", () -> TestDirectory.ask(connections).equals("first"));
    }
  }

  @Test
  void ask_firstIsBackAndNobodyHasChecked_staysWithSecond() {
    try (LdapConnections connections = TestSettings.to(first.address(), second.address()).open()) {
      first.stop();
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
      first.start();

      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
    }
  }

  @Test
  void ask_secondGoesDownAndFirstIsBack_asksFirst() {
    try (LdapConnections connections = TestSettings.to(first.address(), second.address()).open()) {
      first.stop();
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");
      first.start();
      second.stop();

      assertThat(TestDirectory.ask(connections)).isEqualTo("first");
    }
  }

  private static ServerAddress nobody() {
    return new ServerAddress("127.0.0.1", TestDirectory.freePort(), false);
  }
}
