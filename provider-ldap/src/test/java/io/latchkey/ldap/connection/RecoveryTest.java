package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.extensions.NoticeOfDisconnectionExtendedResult;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that goes away and comes back. */
@Timeout(60)
class RecoveryTest {

  private static final byte[] TLS_ALERT = {0x15, 3, 3, 0, 2, 2, 40};

  private final TestDirectory directory = TestDirectory.plain("one");

  @AfterEach
  void stop() {
    directory.close();
  }

  @Test
  void ask_serverWasRestarted_answersThoughAllIdleConnectionsAreDead() throws Exception {
    try (LdapConnections connections = TestSettings.to(directory.address()).open()) {
      Crowd.of(8).meetAt(directory).ask(connections);
      directory.requests().answer();
      directory.stop();
      directory.start();

      for (int i = 0; i < 16; i++) {
        assertThat(TestDirectory.ask(connections)).isEqualTo("one");
      }
    }
  }

  @Test
  void ask_serverIsDownThenBack_failsThenAnswers() {
    try (LdapConnections connections = TestSettings.to(directory.address()).open()) {
      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
      directory.stop();

      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> TestDirectory.ask(connections))
            .isInstanceOf(ProviderUnavailableException.class)
            .hasMessage(
                "no directory server could be asked: "
                    + directory.address()
                    + ": it cannot be reached: Connection refused");
      }
      directory.start();

      assertThat(TestDirectory.ask(connections)).isEqualTo("one");
    }
  }

  @Test
  void ask_serverWasDownForManyCalls_allConnectionsOfPoolAreThereAgain() throws Exception {
    try (LdapConnections connections = TestSettings.to(directory.address()).open()) {
      directory.stop();
      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> TestDirectory.ask(connections))
            .isInstanceOf(ProviderUnavailableException.class);
      }
      directory.start();

      // They wait for each other, so it takes eight connections at once.
      assertThat(Crowd.of(8).meetAt(directory).ask(connections)).hasSize(8).containsOnly("one");
    }
  }

  @Test
  void ask_noticeOfDisconnection_asksAgain() {
    AtomicInteger clients = new AtomicInteger();
    try (PlayedServer server =
            PlayedServer.start(
                client -> {
                  client.acceptBind();
                  boolean first = clients.getAndIncrement() == 0;
                  int messageId = client.read().getMessageID();
                  if (first) {
                    client.write(0, notice());
                    client.socket().close();
                  } else {
                    client.write(messageId, new SearchResultDoneProtocolOp(32, null, null, null));
                  }
                });
        LdapConnections connections = TestSettings.to(server.address()).open()) {
      assertThat(new LdapAccess(connections).read(TestDirectory.BASE, TestDirectory.ANY)).isEmpty();
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private static ExtendedResponseProtocolOp notice() {
    return new ExtendedResponseProtocolOp(
        52,
        null,
        "shutting down",
        null,
        NoticeOfDisconnectionExtendedResult.NOTICE_OF_DISCONNECTION_RESULT_OID,
        null);
  }

  @Test
  void ask_connectionsAlwaysDie_asksTwiceAndFails() {
    AtomicInteger searches = new AtomicInteger();
    try (PlayedServer server =
            PlayedServer.start(
                client -> {
                  client.acceptBind();
                  client.read();
                  searches.incrementAndGet();
                  client.socket().close();
                });
        LdapConnections connections = TestSettings.to(server.address()).open()) {
      assertThatThrownBy(() -> TestDirectory.ask(connections))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage(
              "no directory server could be asked: "
                  + server.address()
                  + ": it has closed the connection");
      assertThat(searches).hasValue(2);
    }
  }

  @Test
  void ask_serverExpectsTls_saysThatItIsNotLdap() {
    try (PlayedServer server =
            PlayedServer.start(
                client -> {
                  client.read();
                  client.socket().getOutputStream().write(TLS_ALERT);
                });
        LdapConnections connections = TestSettings.to(server.address()).open()) {
      assertThatThrownBy(() -> TestDirectory.ask(connections))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage(
              "no directory server could be asked: "
                  + server.address()
                  + ": its answer is not LDAP");
    }
  }

  @Test
  void add_answerIsLost_mayHaveHappened() {
    try (PlayedServer server =
            PlayedServer.start(
                client -> {
                  client.acceptBind();
                  client.read();
                  client.socket().close();
                });
        LdapConnections connections = TestSettings.to(server.address()).open()) {
      assertThat(failureOfAdd(connections).effect()).isEqualTo(Effect.UNKNOWN);
    }
  }

  @Test
  void add_answerIsLostAndServerIsGone_mayHaveHappened() throws Exception {
    try (LdapConnections connections = TestSettings.to(directory.address()).open()) {
      CountDownLatch gone = new CountDownLatch(1);
      directory
          .requests()
          .onAdd(
              () -> {
                new Thread(
                        () -> {
                          directory.stop();
                          gone.countDown();
                        })
                    .start();
                gone.await();
              });

      assertThat(failureOfAdd(connections).effect()).isEqualTo(Effect.UNKNOWN);
    }
  }

  @Test
  void add_serverIsDown_hasNotHappened() {
    directory.stop();
    try (LdapConnections connections = TestSettings.to(directory.address()).open()) {
      assertThat(failureOfAdd(connections).effect()).isEqualTo(Effect.NONE);
    }
  }

  private static ProviderUnavailableException failureOfAdd(LdapConnections connections) {
    return catchThrowableOfType(
        ProviderUnavailableException.class,
        () ->
            new LdapAccess(connections)
                .add(
                    new AddRequest(
                        "ou=a," + TestDirectory.BASE,
                        new Attribute("objectClass", "organizationalUnit")),
                    Effect.UNKNOWN));
  }

  @Test
  void delete_refused_connectionIsKept() {
    try (LdapConnections connections = TestSettings.to(directory.address()).open()) {
      LdapAccess access = new LdapAccess(connections);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () ->
                    access.delete(
                        new DeleteRequest("ou=none," + TestDirectory.BASE), Effect.UNKNOWN))
            .isInstanceOf(ProviderUnavailableException.class)
            .hasMessage("the directory server has refused writing: it answers 32 (no such object)");
      }
      assertThat(directory.connections()).isEqualTo(1);
    }
  }
}
