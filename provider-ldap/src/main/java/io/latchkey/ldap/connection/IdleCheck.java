package io.latchkey.ldap.connection;

import com.unboundid.ldap.sdk.AbstractConnectionPool;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPException;
import java.time.Duration;

/**
 * Looks after idle connections in the background: keeps firewalls from forgetting them, removes
 * dead ones before a call meets them, and brings them back to the preferred server.
 */
final class IdleCheck extends LDAPConnectionPoolHealthCheck {

  private final FailoverServers servers;
  private final Duration responseTimeout;

  IdleCheck(FailoverServers servers, Duration responseTimeout) {
    this.servers = servers;
    this.responseTimeout = responseTimeout;
  }

  /** The pool closes what fails, and connects anew. */
  @Override
  public void ensureConnectionValidForContinuedUse(LDAPConnection connection) throws LDAPException {
    if (servers.isShutDown() || servers.isOutdated(connection)) {
      throw Failures.explained("there is a better one", null);
    }
    try {
      Server.requireAnswer(connection, responseTimeout.toMillis());
    } catch (LDAPException e) {
      servers.note(connection, e);
      throw e;
    }
  }

  /** After all of them. */
  @Override
  public void performPoolMaintenance(AbstractConnectionPool pool) {
    servers.askFailedOnes();
  }
}
