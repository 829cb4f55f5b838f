package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdleCheckTest {

  private static final Duration OFTEN = Duration.ofMillis(20);

  private final TestDirectory directory = TestDirectory.plain("one");

  @AfterEach
  void stop() {
    directory.close();
  }

  @Test
  void idle_serverAnswers_connectionIsAskedAndKept() {
    try (LdapConnections connections =
        TestSettings.to(directory.address()).checkedEach(OFTEN).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");

      Await.until("checks", () -> directory.requests().rootReads() > 5);

      assertThat(directory.connections()).isEqualTo(1);
    }
  }

  @Test
  void idle_serverDoesNotShowRootDse_connectionIsKept() {
    directory
        .requests()
        .onRootRead(
            () -> {
              throw new LDAPException(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "not for you");
            });
    try (LdapConnections connections =
        TestSettings.to(directory.address()).checkedEach(OFTEN).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");

      Await.until("checks", () -> directory.requests().rootReads() > 5);

      assertThat(directory.connections()).isEqualTo(1);
    }
  }

  @Test
  void idle_serverWasRestarted_connectionIsReplacedBeforeNextCall() {
    try (LdapConnections connections =
        TestSettings.to(directory.address()).checkedEach(OFTEN).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
      int searches = directory.requests().searches();

      directory.stop();
      directory.start();

      Await.until("a new connection", () -> directory.connections() > 1);
      assertThat(directory.requests().searches()).isEqualTo(searches);
    }
  }

  @Test
  void idle_firstServerIsBack_connectionGoesBackWithoutCall() {
    try (TestDirectory second = TestDirectory.plain("second");
        LdapConnections connections =
            TestSettings.to(directory.address(), second.address()).checkedEach(OFTEN).open()) {
      directory.stop();
      assertThat(TestDirectory.ask(connections)).isEqualTo("second");

      directory.start();

      Await.until("it goes back", () -> second.openConnections() == 0);
    }
  }
}
