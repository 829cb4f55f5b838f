package io.latchkey.ldap.connection;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.ServerSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The servers in the operator's order. One that has failed comes last until it is well again: the
 * SDK's own fail-over set would wait for a hung server at each new connection.
 *
 * <p>Thread-safe.
 */
final class FailoverServers extends ServerSet {

  private final List<Server> servers;
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private volatile boolean shutDown;

  FailoverServers(ConnectionSettings settings) {
    this.servers =
        settings.servers().stream().map(address -> new Server(address, settings)).toList();
  }

  /** A connection to the first that is well, or to any; the exception says why there is none. */
  @Override
  public LDAPConnection getConnection() throws LDAPException {
    List<String> reasons = new ArrayList<>();
    for (Server server : inOrder()) {
      if (shutDown) {
        throw Failures.explained("the connections are closed", null);
      }
      try {
        LDAPConnection connection = server.connect();
        failed.remove(server.name());
        return connection;
      } catch (LDAPException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw Failures.explained("the thread was interrupted", e);
        }
        failed.add(server.name());
        reasons.add(e.getMessage());
      }
    }
    throw Failures.explained(String.join("; ", reasons), null);
  }

  private List<Server> inOrder() {
    Set<String> last = Set.copyOf(failed);
    // The sort is stable.
    return servers.stream()
        .sorted(Comparator.comparing((Server server) -> last.contains(server.name())))
        .toList();
  }

  /** Takes note of a server that hangs, or says itself that it cannot answer now. */
  void note(LDAPConnection connection, LDAPException e) {
    ResultCode code = e.getResultCode();
    if (code.equals(ResultCode.TIMEOUT)
        || code.equals(ResultCode.BUSY)
        || code.equals(ResultCode.UNAVAILABLE)) {
      failed(connection);
    }
  }

  void failed(LDAPConnection connection) {
    failed.add(String.valueOf(connection.getConnectionName()));
  }

  /** Whether a new connection should take its place: it would be to a better server. */
  boolean isOutdated(LDAPConnection connection) {
    String best = inOrder().get(0).name();
    return !failed.contains(best) && !best.equals(connection.getConnectionName());
  }

  /** Finds out which servers are well again; for a thread that nobody waits for. */
  void askFailedOnes() {
    for (Server server : servers) {
      if (servers.size() > 1 && failed.contains(server.name()) && !shutDown) {
        try (LDAPConnection answering = server.connect()) {
          failed.remove(String.valueOf(answering.getConnectionName()));
        } catch (LDAPException stillFailing) {
          // As it was.
        }
      }
    }
  }

  boolean isShutDown() {
    return shutDown;
  }

  @Override
  public void shutDown() {
    shutDown = true;
  }
}
