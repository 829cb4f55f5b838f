package io.latchkey.ldap.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import io.latchkey.ldap.connection.LdapAccess;
import io.latchkey.ldap.server.InMemoryServer;
import io.latchkey.ldap.token.Interference.Fault;
import io.latchkey.spi.CheckResult;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

  @Test
  void check_withEntryAndSchema_isWell() throws Exception {
    try (TwoNodes nodes = new TwoNodes()) {
      assertThat(nodes.node.check()).isEqualTo(CheckResult.ok());
    }
  }

  @Test
  void check_again_readsTheEntryAlone() throws Exception {
    try (TwoNodes nodes = new TwoNodes()) {
      nodes.node.check();
      nodes.interference.end();
      nodes.node.check();

      assertThat(nodes.interference.operations()).isEqualTo(1);
    }
  }

  @Test
  void check_withoutEntry_saysWhichAndWhoNamedIt() throws Exception {
    try (InMemoryServer server = InMemoryServer.open();
        TokenBranch branch = TokenBranch.of(server);
        LdapTokenStore store = branch.store(new DN("ou=elsewhere,dc=example,dc=com"))) {
      assertThat(store.check().problem().orElseThrow())
          .contains("ou=elsewhere,dc=example,dc=com")
          .contains("ldap.tokens.base-dn");
    }
  }

  @Test
  void check_withoutSchema_saysWhereItIs() throws Exception {
    try (InMemoryServer server = InMemoryServer.withoutSchemaOfTokens();
        TokenBranch branch = TokenBranch.of(server);
        LdapTokenStore store = branch.store(branch.empty())) {
      assertThat(store.check().problem())
          .contains(
              "the directory does not know the schema of the tokens: it is in openldap.ldif,"
                  + " latchkey.schema and 389ds.ldif, in the folder io/latchkey/ldap/schema of"
                  + " the jar of this provider");
    }
  }

  @Test
  void check_ofServerThatDies_isAProblemAtEveryStep() throws Exception {
    try (TwoNodes nodes = new TwoNodes()) {
      for (int operation = 1; operation <= 3; operation++) {
        nodes.interference.at(operation, Fault.DEATH_BEFORE);
        assertThat(nodes.node.check().isOk()).as("operation %d", operation).isFalse();
        nodes.interference.end();
      }
      assertThat(nodes.node.check().isOk()).isTrue();
    }
  }

  @Test
  void constructor_withoutBase_isRefused() throws Exception {
    try (InMemoryServer server = InMemoryServer.open();
        TokenBranch branch = TokenBranch.of(server)) {
      LdapAccess access = new LdapAccess(branch.connections());

      assertThatThrownBy(() -> new LdapTokenStore(access, null))
          .isInstanceOf(NullPointerException.class)
          .hasMessage("base");
    }
  }
}
