package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.connection.LdapConnections;
import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.spi.token.CreateResult.Created;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two nodes of a host over one server in memory; what comes between is for the test to say. */
final class TwoNodes implements AutoCloseable {

  final Interference interference = new Interference();
  final LdapTokenStore node;
  final LdapTokenStore other;
  final DN tokens;
  private final InMemoryServer server = InMemoryServer.open(interference);
  private final LdapConnections connections;
  private final LdapConnections otherConnections;

  TwoNodes() throws LDAPException {
    this(Duration.ofSeconds(10));
  }

  TwoNodes(Duration patience) throws LDAPException {
    try (TokenBranch branch = TokenBranch.of(server)) {
      tokens = branch.empty();
      connections = branch.connections();
      otherConnections = branch.connections();
    }
    node = new LdapTokenStore(new LdapAccess(connections), tokens, patience);
    other = new LdapTokenStore(new LdapAccess(otherConnections), tokens);
  }

  /** What the node says when it has created a token. */
  StoredToken create(NewToken token) {
    return ((Created) node.create(token)).token();
  }

  /** What the other node says when it has created a token. */
  StoredToken createByOther(NewToken token) {
    return ((Created) other.create(token)).token();
  }

  /** All tokens as the other node lists them, by id. */
  List<StoredToken> listed() {
    TokenOrder byId = new TokenOrder(TokenOrder.Field.TOKEN_ID, true);
    return other
        .list(new TokenQuery(List.of(), byId, Optional.empty(), 0, TokenQuery.MAX_LIMIT))
        .tokens();
  }

  /** Puts a token there as if it had been created, much faster. */
  void plant(NewToken token, long sequence) {
    String digest = Fingerprint.of(token.digest());
    Container container = new Container(new LdapAccess(connections), tokens);
    AddRequest entry = TokenEntry.request(container.tokenDn(digest), token, Nonce.next());
    entry.addAttribute(TokenSchema.SEQUENCE, Long.toString(sequence));
    try {
      server.server().add(entry);
      server
          .server()
          .add(Reservation.request(container.reservationDn(token.tokenId()), token, Nonce.next()));
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** Changes an entry behind our back. */
  void spoil(Entry entry, String attribute, String value) {
    try {
      server
          .server()
          .modify(entry.getDN(), new Modification(ModificationType.REPLACE, attribute, value));
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything that stands below the entry of the tokens. */
  List<? extends Entry> entries() {
    try {
      return server
          .server()
          .search(tokens.toString(), SearchScope.ONE, "(objectClass=*)", "*")
          .getSearchEntries();
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    connections.close();
    otherConnections.close();
    server.close();
  }
}
