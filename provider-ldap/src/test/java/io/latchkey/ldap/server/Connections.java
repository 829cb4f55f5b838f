package io.latchkey.ldap.server;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;

/** Connections of a test of its own, beside those of the providers. */
public final class Connections {

  private Connections() {}

  /** As the administrator. */
  public static LDAPConnection open(LdapServer server) {
    try {
      return new LDAPConnection(
          server.uri().getHost(), server.uri().getPort(), server.bindDn(), server.password());
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** Tries a password; true if it was right. */
  public static boolean tryPassword(LdapServer server, String dn, String password) {
    try (LDAPConnection connection =
        new LDAPConnection(server.uri().getHost(), server.uri().getPort())) {
      return connection.bind(dn, password).getResultCode().intValue() == 0;
    } catch (LDAPException e) {
      return false;
    }
  }
}
