package io.latchkey.ldap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SambaDomainIT extends DirectoryServerContract {

  private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

  @TempDir static Path directory;

  private static SambaDomain domain;

  @BeforeAll
  static void start() {
    domain = SambaDomain.start(directory);
  }

  @AfterAll
  static void stop() {
    domain.close();
  }

  @Override
  DirectoryServer server() {
    return domain;
  }

  @Override
  Entry user(String name) {
    return new Entry(
        "CN=" + name + ",CN=Users," + domain.baseDn(),
        new Attribute("objectClass", "user"),
        new Attribute("sAMAccountName", name));
  }

  @Override
  Entry group(String name, String memberDn) {
    return new Entry(
        "CN=" + name + ",CN=Users," + domain.baseDn(),
        new Attribute("objectClass", "group"),
        new Attribute("sAMAccountName", name),
        new Attribute("member", memberDn));
  }

  @Test
  void search_inChain_findsGroupsOfGroup() throws Exception {
    Entry user = user("dora");
    Entry inner = group("inner", user.getDN());
    Entry outer = group("outer", inner.getDN());
    try (LDAPConnection connection = connect()) {
      connection.add(user);
      connection.add(inner);
      connection.add(outer);

      Filter inChain = Filter.createExtensibleMatchFilter("member", IN_CHAIN, false, user.getDN());
      assertThat(
              connection.search(domain.baseDn(), SearchScope.SUB, inChain, "cn").getSearchEntries())
          .extracting(entry -> entry.getAttributeValue("cn"))
          .containsExactlyInAnyOrder("inner", "outer");
    }
  }

  @Test
  void user_withoutPassword_hasGuidAndIsDisabled() throws Exception {
    Entry user = user("emil");
    try (LDAPConnection connection = connect()) {
      connection.add(user);

      SearchResultEntry added = connection.getEntry(user.getDN());
      assertThat(added.getAttributeValueBytes("objectGUID")).hasSize(16);
      assertThat(added.getAttributeValueAsInteger("userAccountControl") & 2).isEqualTo(2);
    }
  }
}
