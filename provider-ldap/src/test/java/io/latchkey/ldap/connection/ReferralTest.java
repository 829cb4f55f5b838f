package io.latchkey.ldap.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.CannedResponseRequestHandler;
import com.unboundid.ldap.listener.LDAPListener;
import com.unboundid.ldap.listener.LDAPListenerConfig;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that names another one, which nobody may contact. */
@Timeout(60)
class ReferralTest {

  private static final String REFUSED =
      ": it refers to another server, and referrals are not followed";

  private final PlayedServer other = PlayedServer.silent();

  @AfterEach
  void stop() {
    assertThat(other.connections()).isZero();
    other.close();
  }

  @Test
  void read_referral_isNotFollowed() throws IOException {
    try (Canned canned = referral();
        LdapConnections connections = canned.open()) {
      LdapAccess access = new LdapAccess(connections);

      assertThatThrownBy(() -> access.read(TestDirectory.BASE, TestDirectory.ANY))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage("the directory server has refused reading an entry" + REFUSED);
    }
  }

  @Test
  void search_referral_isNotFollowed() throws IOException {
    try (Canned canned = referral();
        LdapConnections connections = canned.open()) {
      LdapAccess access = new LdapAccess(connections);

      assertThatThrownBy(
              () -> access.search(TestDirectory.BASE, SearchScope.SUB, TestDirectory.ANY))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessage("the directory server has refused searching" + REFUSED);
    }
  }

  @Test
  void delete_referral_isNotFollowedAndHasNotHappened() throws IOException {
    try (Canned canned = referral();
        LdapConnections connections = canned.open()) {
      LdapAccess access = new LdapAccess(connections);

      assertThatThrownBy(() -> access.delete(new DeleteRequest(TestDirectory.BASE), Effect.UNKNOWN))
          .isInstanceOfSatisfying(
              ProviderUnavailableException.class,
              e -> assertThat(e.effect()).isEqualTo(Effect.NONE))
          .hasMessage("the directory server has refused writing" + REFUSED);
    }
  }

  @Test
  void check_referral_saysSo() throws IOException {
    try (Canned canned = referral();
        LdapConnections connections = canned.open()) {
      assertThat(new LdapAccess(connections).check("ldap.base-dn", TestDirectory.BASE).problem())
          .contains("the directory server has refused reading an entry" + REFUSED);
    }
  }

  @Test
  void search_referencesAmongEntries_areIgnored() throws IOException {
    Entry entry = new Entry(TestDirectory.BASE, TestDirectory.BASE.getRDN().getAttributes());
    SearchResultReference reference = new SearchResultReference(new String[] {otherUrl()}, null);
    CannedResponseRequestHandler handler =
        new CannedResponseRequestHandler(
            ResultCode.SUCCESS, null, null, null, List.of(entry), List.of(reference));
    try (Canned canned = Canned.start(handler);
        LdapConnections connections = canned.open()) {
      assertThat(
              new LdapAccess(connections)
                  .search(TestDirectory.BASE, SearchScope.SUB, TestDirectory.ANY))
          .extracting(Entry::getDN)
          .containsExactly(TestDirectory.BASE.toString());
    }
  }

  private Canned referral() throws IOException {
    return Canned.start(
        new CannedResponseRequestHandler(ResultCode.REFERRAL, null, null, List.of(otherUrl())));
  }

  private String otherUrl() {
    return other.address() + "/" + TestDirectory.BASE;
  }

  /** A server that has one answer to everything. */
  private record Canned(LDAPListener listener) implements AutoCloseable {

    static Canned start(CannedResponseRequestHandler handler) throws IOException {
      LDAPListenerConfig config = new LDAPListenerConfig(0, handler);
      config.setListenAddress(InetAddress.getLoopbackAddress());
      LDAPListener listener = new LDAPListener(config);
      listener.startListening();
      return new Canned(listener);
    }

    LdapConnections open() {
      return TestSettings.to(new ServerAddress("127.0.0.1", listener.getListenPort(), false))
          .anonymous()
          .open();
    }

    @Override
    public void close() {
      listener.shutDown(true);
    }
  }
}
