package io.latchkey.ldap;

import io.latchkey.ldap.connection.ConnectionSettings;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.connection.LdapConnections;
import io.latchkey.spi.ProviderContext;

/** The one pool of connections under the providers of a context. */
final class SharedConnections {

  private SharedConnections() {}

  /** A provider's access to it. The settings are read even if it is there: a typo is an error. */
  static LdapAccess access(ProviderContext context) {
    ConnectionSettings settings = ConnectionKeys.settings(context.config());
    return new LdapAccess(
        context.shared(LdapConnections.class, () -> new LdapConnections(settings)));
  }
}
