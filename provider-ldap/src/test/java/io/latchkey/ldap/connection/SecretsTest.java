package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What must not be read in a message, a cause or a log, however a call fails. */
@Timeout(60)
class SecretsTest {

  private static final String SECRET = "s3cr3t-passphrase";
  private static final String NAME = "jdoe-4711";

  private final TestDirectory directory = TestDirectory.plain("one");
  private final Logger root = Logger.getLogger("");
  private final Logger sdk = Logger.getLogger("com.unboundid.ldap.sdk");
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final Handler everything =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          said.add(line.getMessage() + stackTrace(line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    everything.setLevel(Level.ALL);
    root.addHandler(everything);
    sdk.addHandler(everything);
  }

  @AfterEach
  void stop() {
    root.removeHandler(everything);
    sdk.removeHandler(everything);
    directory.close();
  }

  @Test
  void toString_ofSettings_showsServersOnly() {
    Trust trust = new Trust(Optional.of(Path.of("ca.p12")), Optional.of(SECRET), true);
    TestSettings settings =
        TestSettings.to(directory.address())
            .trusting(trust)
            .as(Credentials.of(TestDirectory.BIND_DN, SECRET));

    assertThat(settings.settings()).hasToString("ConnectionSettings[" + directory.address() + "]");
    assertThat(settings.settings().credentials().orElseThrow())
        .hasToString("Credentials[" + TestDirectory.BIND_DN + "]");
  }

  @Test
  void bind_wrongPassword_isNotSaid() {
    fail(directory.address());

    assertNothingSaid();
  }

  @Test
  void bind_serverRepeatsPassword_isNotSaid() {
    fail(directory.address());
    try (PlayedServer rude =
        PlayedServer.start(
            client ->
                client.write(
                    client.read().getMessageID(),
                    new BindResponseProtocolOp(49, null, "userPassword=" + SECRET, null, null)))) {
      fail(rude.address());
    }

    assertNothingSaid();
  }

  @Test
  void bind_serverIsSilentOrClosesOrIsGone_isNotSaid() {
    try (PlayedServer hung = PlayedServer.silent();
        PlayedServer closing = PlayedServer.start(client -> client.socket().close())) {
      fail(hung.address(), closing.address(), new ServerAddress("127.0.0.1", 9, false));
    }

    assertNothingSaid();
  }

  @Test
  void ask_serverRefuses_dnAndFilterAreNotSaid() {
    directory.requests().onSearch(() -> refuse(ResultCode.UNWILLING_TO_PERFORM));
    directory.requests().onAdd(() -> refuse(ResultCode.UNWILLING_TO_PERFORM));
    failAllWays();

    assertThat(said)
        .anyMatch(text -> text.contains("it answers 53 (unwilling to perform)"))
        .noneMatch(text -> text.contains(NAME));
    assertNothingSaid();
  }

  @Test
  void ask_serverIsBusy_dnAndFilterAreNotSaid() {
    directory.requests().onSearch(() -> refuse(ResultCode.BUSY));
    directory.requests().onAdd(() -> refuse(ResultCode.BUSY));
    failAllWays();

    assertThat(said)
        .anyMatch(text -> text.contains("it answers 51 (busy)"))
        .noneMatch(text -> text.contains(NAME));
  }

  @Test
  void ask_serverHangs_dnAndFilterAreNotSaid() {
    CountDownLatch never = new CountDownLatch(1);
    directory.requests().onSearch(never::await);
    directory.requests().onAdd(never::await);
    failAllWays();
    never.countDown();

    assertThat(said)
        .anyMatch(text -> text.contains("it does not answer in time"))
        .noneMatch(text -> text.contains(NAME));
  }

  @Test
  void ask_serverCloses_dnAndFilterAreNotSaid() {
    directory.requests().onSearch(directory::closeConnections);
    directory.requests().onAdd(directory::closeConnections);
    failAllWays();

    assertThat(said)
        .anyMatch(text -> text.contains("it has closed the connection"))
        .noneMatch(text -> text.contains(NAME));
  }

  private static void refuse(ResultCode code) throws LDAPException {
    throw new LDAPException(code, "not uid=" + NAME + " (uid=" + NAME + ")");
  }

  private void fail(ServerAddress... servers) {
    try (LdapConnections connections =
        TestSettings.to(servers)
            .as(Credentials.of(TestDirectory.BIND_DN, SECRET))
            .hurried()
            .open()) {
      hear(() -> TestDirectory.ask(connections));
      said.add(
          String.valueOf(new LdapAccess(connections).check("ldap.base-dn", TestDirectory.BASE)));
    }
  }

  private void failAllWays() {
    Filter filter = Filter.createEqualityFilter("uid", NAME);
    try (LdapConnections connections = TestSettings.to(directory.address()).hurried().open()) {
      LdapAccess access = new LdapAccess(connections);
      DN dn = new DN("uid=" + NAME + "," + TestDirectory.BASE);
      hear(() -> access.read(dn, filter));
      hear(() -> access.search(dn, SearchScope.SUB, filter));
      hear(() -> access.collect(dn, SearchScope.SUB, filter, () -> "", (all, entry) -> {}));
      hear(
          () ->
              access.add(new AddRequest(dn, List.of(new Attribute("uid", NAME))), Effect.UNKNOWN));
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  private void hear(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    assertThat(failure).isNotNull();
    said.add(stackTrace(failure));
  }

  private static String stackTrace(Throwable e) {
    if (e == null) {
      return "";
    }
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private void assertNothingSaid() {
    assertThat(said)
        .isNotEmpty()
        .noneMatch(text -> text.contains(SECRET))
        .noneMatch(text -> text.contains(TestDirectory.PASSWORD));
  }
}
