package io.latchkey.ldap.connection;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The pool of connections under the providers of one configuration. Connects when it is first used.
 *
 * <p>Nothing waits without an end. To connect to a server, with TLS and bind, takes no longer than
 * the connect timeout and the response timeout together. A call that meets a hung server fails, or
 * goes on with the next server, within that time, and the next call begins with a server that is
 * well. At the very worst, which takes servers that all hang one after the other, a call takes both
 * timeouts for each server and twice the longer one of the two: 7 seconds with the defaults and one
 * server. To that comes what the system's resolver takes to find a host name, and a search for many
 * entries may take the response timeout for each piece of its answer.
 *
 * <p>After a fail-over, a preferred server that is well again is found at the next health check,
 * and each connection goes back to it when it is next used.
 *
 * <p>Thread-safe.
 */
public final class LdapConnections implements AutoCloseable {

  /** So that a host name that means another address by now is noticed. */
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  private final ConnectionSettings settings;
  private final FailoverServers servers;
  private @Nullable LDAPConnectionPool pool;
  private boolean closed;

  /**
   * Creates the pool, without I/O.
   *
   * @param settings what the operator has set
   */
  public LdapConnections(ConnectionSettings settings) {
    this.settings = requireNonNull(settings, "settings");
    this.servers = new FailoverServers(settings);
  }

  /** Something that is asked of a server. */
  interface Operation<T> {

    /** Asks it; an exception whose result code leaves the connection usable is an answer. */
    T on(LDAPConnection connection) throws LDAPException;
  }

  /**
   * Asks a server, and another time over a new connection if the first was dead: a server that was
   * restarted has left dead ones behind. A call that has timed out is not made again.
   *
   * @param operation what is asked; of a write, it must be safe to make it twice
   * @param effect what is known of the effect once the request may have gone out
   * @throws LDAPException if a server has answered with a failure
   * @throws ProviderUnavailableException if no server has answered
   */
  <T> T ask(Operation<T> operation, Effect effect) throws LDAPException {
    Deadline late = Deadline.in(settings.responseTimeout());
    LDAPConnectionPool open = pool();
    LDAPConnection connection = take(open);
    try {
      return answer(operation, connection, open);
    } catch (Unanswered first) {
      if (first.code().equals(ResultCode.TIMEOUT) || late.isOver()) {
        // Even if it is dead now, it did not answer in time.
        servers.failed(connection);
        open.discardConnection(connection);
        throw unavailable(first.getMessage(), effect);
      }
    }
    // Not one out of the pool, which may be as dead.
    connection = replace(open, connection, effect);
    try {
      return answer(operation, connection, open);
    } catch (Unanswered second) {
      open.discardConnection(connection);
      throw unavailable(second.getMessage(), effect);
    }
  }

  /** Gives the connection back, unless it is of no more use. */
  private <T> T answer(Operation<T> operation, LDAPConnection connection, LDAPConnectionPool open)
      throws LDAPException, Unanswered {
    try {
      T answer = operation.on(connection);
      open.releaseConnection(connection);
      return answer;
    } catch (LDAPException e) {
      if (e.getResultCode().isConnectionUsable()) {
        open.releaseConnection(connection);
        throw e;
      }
      servers.note(connection, e);
      throw new Unanswered(
          e.getResultCode(), connection.getConnectionName() + ": " + Failures.reason(e));
    } catch (RuntimeException e) {
      // In the middle of an answer perhaps.
      open.discardConnection(connection);
      throw e;
    }
  }

  /** A connection to the best server that is well. */
  private LDAPConnection take(LDAPConnectionPool open) {
    try {
      LDAPConnection connection = open.getConnection();
      // As many as may lie in the pool; a new one is good by itself.
      for (int i = 0; i < settings.poolSize() && servers.isOutdated(connection); i++) {
        open.discardConnection(connection);
        connection = open.getConnection();
      }
      return connection;
    } catch (LDAPException e) {
      throw unavailable(reason(open, e), Effect.NONE);
    }
  }

  private LDAPConnection replace(LDAPConnectionPool open, LDAPConnection dead, Effect effect) {
    try {
      return open.replaceDefunctConnection(dead);
    } catch (LDAPException e) {
      throw unavailable(reason(open, e), effect);
    }
  }

  private String reason(LDAPConnectionPool open, LDAPException e) {
    if (open.isClosed()) {
      return "the connections are closed";
    }
    if (Thread.currentThread().isInterrupted()) {
      return "the thread was interrupted";
    }
    return Failures.isExplained(e)
        ? Failures.reason(e)
        : "none of the " + settings.poolSize() + " connections has become free in time";
  }

  private static ProviderUnavailableException unavailable(@Nullable String reason, Effect effect) {
    return new ProviderUnavailableException(
        "no directory server could be asked: " + reason, effect, null);
  }

  private synchronized LDAPConnectionPool pool() {
    if (closed) {
      throw new IllegalStateException("the connections are closed");
    }
    LDAPConnectionPool open = pool;
    if (open == null) {
      open = open();
      pool = open;
    }
    return open;
  }

  /** Without a connection in it yet: each is made when it is first needed. */
  private LDAPConnectionPool open() {
    try {
      LDAPConnectionPool made =
          new LDAPConnectionPool(servers, null, 0, settings.poolSize(), null, false);
      made.setConnectionPoolName("latchkey-ldap");
      made.setCreateIfNecessary(false);
      made.setMaxWaitTimeMillis(settings.connectTimeout().toMillis());
      made.setMaxConnectionAgeMillis(MAX_AGE.toMillis());
      made.setHealthCheck(new IdleCheck(servers, settings.responseTimeout()));
      made.setHealthCheckIntervalMillis(settings.healthCheckInterval().toMillis());
      return made;
    } catch (LDAPException e) {
      throw new IllegalStateException("a pool without connections cannot fail", e);
    }
  }

  /**
   * Closes idle connections now and those in use after it. Does not wait longer than the connect
   * timeout: a background check that hangs ends later.
   */
  @Override
  public void close() {
    LDAPConnectionPool open;
    synchronized (this) {
      closed = true;
      open = pool;
      pool = null;
    }
    servers.shutDown();
    if (open != null) {
      closeInTime(open);
    }
  }

  private void closeInTime(LDAPConnectionPool open) {
    Thread closing = new Thread(open::close, "latchkey-ldap-close");
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(settings.connectTimeout().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No server has answered. */
  private static final class Unanswered extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ResultCode code;

    Unanswered(ResultCode code, String message) {
      super(message, null, false, false);
      this.code = code;
    }

    ResultCode code() {
      return code;
    }
  }
}
