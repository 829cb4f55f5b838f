package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import com.unboundid.ldif.LDIFException;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.LdapBackend;
import io.latchkey.ldap.server.Connections;
import io.latchkey.ldap.server.LdapServer;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.TokenStoreBackend;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An entry of its own for each test; most servers cannot be emptied in one request. */
final class LdapTokenStoreBackend extends LdapBackend<TokenStore> implements TokenStoreBackend {

  private static final AtomicInteger BRANCHES = new AtomicInteger();

  private final LdapServer server;
  private final Set<Feature> features;
  private final String tokens;

  LdapTokenStoreBackend(LdapServer server, Set<Feature> features) {
    this(server, features, "ou=tokens-" + BRANCHES.incrementAndGet() + "," + server.baseDn());
  }

  private LdapTokenStoreBackend(LdapServer server, Set<Feature> features, String tokens) {
    super(server, Map.of("tokens.base-dn", tokens));
    this.server = server;
    this.features = features;
    this.tokens = tokens;
    try (LDAPConnection administrator = Connections.open(server)) {
      administrator.add("dn: " + tokens, "objectClass: organizationalUnit");
    } catch (LDAPException | LDIFException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected TokenStore create(DirectoryContext context) {
    return context.tokens();
  }

  @Override
  public Set<Feature> features() {
    return features;
  }

  @Override
  public Stream<byte[]> content() {
    return server.content();
  }

  @Override
  public void close() {
    super.close();
    // The server in memory looks at every entry it has for each search.
    try (LDAPConnection administrator = Connections.open(server)) {
      if (administrator
          .getRootDSE()
          .supportsControl(SubtreeDeleteRequestControl.SUBTREE_DELETE_REQUEST_OID)) {
        DeleteRequest request = new DeleteRequest(tokens);
        request.addControl(new SubtreeDeleteRequestControl());
        administrator.delete(request);
      }
    } catch (LDAPException e) {
      throw new AssertionError(e);
    }
  }
}
