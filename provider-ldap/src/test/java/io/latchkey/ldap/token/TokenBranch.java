package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldif.LDIFException;
import io.latchkey.ldap.connection.ConnectionSettings;
import io.latchkey.ldap.connection.Credentials;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.connection.LdapConnections;
import io.latchkey.ldap.connection.ServerAddress;
import io.latchkey.ldap.connection.Trust;
import io.latchkey.ldap.server.LdapServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stores over one server, through connections as a host has them. */
final class TokenBranch implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final ServerAddress address;
  private final DN base;
  private final Credentials credentials;
  private final String bindDn;
  private final String password;
  private final LdapConnections connections;
  private int branches;

  private TokenBranch(ServerAddress address, String base, String bindDn, String password)
      throws LDAPException {
    this.address = address;
    this.base = new DN(base);
    this.bindDn = bindDn;
    this.password = password;
    this.credentials = Credentials.of(bindDn, password);
    this.connections = connections();
  }

  static TokenBranch of(LdapServer server) throws LDAPException {
    return new TokenBranch(
        ServerAddress.parseAll(server.uri().toString()).get(0),
        server.baseDn(),
        server.bindDn(),
        server.password());
  }

  /** Connections of their own, as another node of the host has them. */
  LdapConnections connections() {
    return new LdapConnections(
        new ConnectionSettings(
            List.of(address),
            false,
            new Trust(Optional.empty(), Optional.empty(), true),
            Optional.of(credentials),
            10,
            TIMEOUT,
            TIMEOUT,
            Duration.ofMinutes(1)));
  }

  /** A new entry below which there is nothing yet. */
  DN empty() {
    DN dn = new DN(new RDN("ou", "tokens-" + ++branches), base);
    try (LDAPConnection connection =
        new LDAPConnection(address.host(), address.port(), bindDn, password)) {
      connection.add("dn: " + dn, "objectClass: organizationalUnit", "ou: tokens-" + branches);
    } catch (LDAPException | LDIFException e) {
      throw new AssertionError(e);
    }
    return dn;
  }

  LdapTokenStore store(DN tokens) {
    return new LdapTokenStore(new LdapAccess(connections), tokens);
  }

  @Override
  public void close() {
    connections.close();
  }
}
