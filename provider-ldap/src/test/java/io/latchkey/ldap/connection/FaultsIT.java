package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import io.latchkey.ldap.server.Slapd;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenLDAP is killed, halted and brought back under load: whatever happens, a call is answered
 * rightly or says in time that it was not.
 */
@Timeout(300)
class FaultsIT {

  private static final int THREADS = 8;
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration RESPONSE = Duration.ofSeconds(2);
  private static final Duration HEALTH_CHECK = Duration.ofSeconds(1);

  /** On a machine that has other things to do. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  @Test
  void kill_oneServerUnderTls_callsAreAnsweredOrUnavailableAndItRecovers(@TempDir Path folder) {
    try (Slapd slapd = start(folder, "one");
        LdapConnections connections = overTls(slapd);
        Load load = Load.of(THREADS, connections, slapd.baseDn())) {
      for (int i = 1; i <= 3; i++) {
        load.awaitEach("answers", System.nanoTime(), Load.Call::isAnswered);
        long killed = System.nanoTime();
        slapd.kill();
        load.awaitEach("failures", killed, call -> !call.isAnswered());
        slapd.start();
        long back = System.nanoTime();
        load.awaitEach("answers", back, Load.Call::isAnswered);
        report(load, "ldaps, SIGKILL and restart " + i, killed, back);
      }
      assertAllRight(load, 1);
    }
  }

  @Test
  void pause_oneServerUnderTls_callsEndInTimeAndItRecovers(@TempDir Path folder) {
    try (Slapd slapd = start(folder, "one");
        LdapConnections connections = overTls(slapd);
        Load load = Load.of(THREADS, connections, slapd.baseDn())) {
      load.awaitEach("answers", System.nanoTime(), Load.Call::isAnswered);
      long halted = System.nanoTime();
      slapd.pause();
      long silent = System.nanoTime();
      load.awaitEach("failures", silent, call -> !call.isAnswered());
      slapd.resume();
      long back = System.nanoTime();
      load.awaitEach("answers", back, Load.Call::isAnswered);
      report(load, "ldaps, SIGSTOP and SIGCONT", halted, back);
      assertAllRight(load, 1);
    }
  }

  @Test
  void kill_firstOfTwo_secondAnswersAndFirstIsAskedAgain(@TempDir Path folder) {
    try (Slapd first = start(folder.resolve("1"), "first");
        Slapd second = start(folder.resolve("2"), "second");
        LdapConnections connections = plain(first, second);
        Load load = Load.of(THREADS, connections, first.baseDn())) {
      load.awaitEach("first answers", System.nanoTime(), FaultsIT::isFirst);
      long killed = System.nanoTime();
      first.kill();
      load.awaitEach("second answers", killed, FaultsIT::isSecond);
      reportFailover(load, "SIGKILL", killed);
      first.start();
      long back = System.nanoTime();
      load.awaitEach("first answers", back, FaultsIT::isFirst);
      reportReturn(load, "SIGKILL", back);
      assertAllRight(load, 2);
    }
  }

  @Test
  void pause_firstOfTwo_secondAnswersAndFirstIsAskedAgain(@TempDir Path folder) {
    try (Slapd first = start(folder.resolve("1"), "first");
        Slapd second = start(folder.resolve("2"), "second");
        LdapConnections connections = plain(first, second);
        Load load = Load.of(THREADS, connections, first.baseDn())) {
      load.awaitEach("first answers", System.nanoTime(), FaultsIT::isFirst);
      long halted = System.nanoTime();
      first.pause();
      load.awaitEach("second answers", halted, FaultsIT::isSecond);
      reportFailover(load, "SIGSTOP", halted);
      first.resume();
      long back = System.nanoTime();
      load.awaitEach("first answers", back, FaultsIT::isFirst);
      reportReturn(load, "SIGSTOP", back);
      assertAllRight(load, 2);
    }
  }

  private static boolean isFirst(Load.Call call) {
    return call.answer().equals("first");
  }

  private static boolean isSecond(Load.Call call) {
    return call.answer().equals("second");
  }

  /** The limit is the one that {@link LdapConnections} states. */
  private static void assertAllRight(Load load, int servers) {
    load.close();
    Duration limit =
        CONNECT.plus(RESPONSE).multipliedBy(servers).plus(RESPONSE.multipliedBy(2)).plus(SLACK);
    assertThat(load.all())
        .isNotEmpty()
        .allSatisfy(
            call -> {
              assertThat(call.answer()).isNotEqualTo(Load.Call.WRONG);
              assertThat(call.time()).isLessThan(limit);
            });
  }

  private static void report(Load load, String what, long fault, long back) {
    Stream<Load.Call> failures = load.all().filter(call -> !call.isAnswered());
    long lastFailure = failures.mapToLong(Load.Call::end).max().orElse(back);
    print(
        what,
        "calls until now " + load.all().count(),
        "unavailable since the fault " + failed(load, fault),
        "longest call " + longest(load, fault),
        "first answer " + first(load, back) + " after it was back",
        lastFailure < back
            ? "no failure after it was back"
            : "last failure " + millis(lastFailure - back) + " after it was back");
  }

  private static void reportFailover(Load load, String what, long fault) {
    long firstAnswer =
        load.all().filter(FaultsIT::isSecond).mapToLong(Load.Call::end).min().orElseThrow();
    long last =
        Stream.iterate(0, thread -> thread < THREADS, thread -> thread + 1)
            .mapToLong(
                thread ->
                    load.all()
                        .filter(call -> call.thread() == thread && isSecond(call))
                        .mapToLong(Load.Call::end)
                        .min()
                        .orElseThrow())
            .max()
            .orElseThrow();
    print(
        "two servers, " + what + " of the first",
        "first answer of the second " + millis(firstAnswer - fault) + " after the fault",
        "all threads answered by it " + millis(last - fault) + " after the fault",
        "unavailable " + failed(load, fault),
        "longest call " + longest(load, fault));
  }

  private static void reportReturn(Load load, String what, long back) {
    long firstAnswer =
        load.calls(back, FaultsIT::isFirst).mapToLong(Load.Call::end).min().orElseThrow();
    print(
        "two servers, " + what + ", the first is back",
        "asked again after " + millis(firstAnswer - back),
        "with a health check each " + HEALTH_CHECK,
        "unavailable since then " + failed(load, back));
  }

  private static long failed(Load load, long after) {
    return load.all().filter(call -> call.end() - after > 0 && !call.isAnswered()).count();
  }

  private static String longest(Load load, long after) {
    return load.all()
        .filter(call -> call.end() - after > 0)
        .max(Comparator.comparing(Load.Call::time))
        .map(call -> call.time().toMillis() + " ms")
        .orElse("none");
  }

  private static String first(Load load, long after) {
    return millis(
        load.all()
                .filter(call -> call.end() - after > 0 && call.isAnswered())
                .mapToLong(Load.Call::end)
                .min()
                .orElseThrow()
            - after);
  }

  private static String millis(long nanos) {
    return nanos / 1_000_000 + " ms";
  }

  private static void print(String... parts) {
    System.out.println("FaultsIT: " + String.join("; ", parts));
  }

  private static Slapd start(Path folder, String name) {
    Slapd slapd = Slapd.start(folder.resolve("slapd"));
    try (LDAPConnection connection =
        new LDAPConnection(
            slapd.uri().getHost(), slapd.uri().getPort(), slapd.bindDn(), slapd.password())) {
      for (int i = 0; i < Load.ENTRIES; i++) {
        connection.add(
            "dn: ou=" + i + "," + slapd.baseDn(),
            "objectClass: organizationalUnit",
            "ou: " + i,
            "description: " + i + "@" + name);
      }
      return slapd;
    } catch (LDAPException | LDIFException e) {
      slapd.close();
      throw new AssertionError(e);
    }
  }

  private static LdapConnections overTls(Slapd slapd) {
    return open(
        slapd,
        new Trust(Optional.of(slapd.certificate()), Optional.empty(), true),
        address(slapd.tlsUri().orElseThrow()));
  }

  private static LdapConnections plain(Slapd first, Slapd second) {
    return open(
        first,
        new Trust(Optional.empty(), Optional.empty(), true),
        address(first.uri()),
        address(second.uri()));
  }

  private static ServerAddress address(URI uri) {
    return ServerAddress.parseAll(uri.toString()).get(0);
  }

  private static LdapConnections open(Slapd slapd, Trust trust, ServerAddress... servers) {
    return new LdapConnections(
        new ConnectionSettings(
            List.of(servers),
            false,
            trust,
            Optional.of(Credentials.of(slapd.bindDn(), slapd.password())),
            THREADS,
            CONNECT,
            RESPONSE,
            HEALTH_CHECK));
  }
}
