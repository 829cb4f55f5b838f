package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserAreaTest {

  private static UserArea area(String users, String machines, boolean subtree)
      throws LDAPException {
    return new UserArea(new DN(users), Optional.of(new DN(machines)), subtree);
  }

  @Test
  void searchBase_ofTwoBases_isTheNearestAbove() throws LDAPException {
    UserArea area = area("cn=users,cn=a,dc=x,dc=y", "cn=bots,CN=A,dc=x,dc=y", true);

    assertThat(area.searchBase()).isEqualTo(new DN("cn=a,dc=x,dc=y"));
    assertThat(area.searchScope()).isEqualTo(SearchScope.SUB);
  }

  @Test
  void searchBase_ofBasesWithinEachOther_isTheUpper() throws LDAPException {
    assertThat(area("cn=a,dc=x", "dc=x", true).searchBase()).isEqualTo(new DN("dc=x"));
    assertThat(area("dc=x", "cn=a,dc=x", true).searchBase()).isEqualTo(new DN("dc=x"));
  }

  @Test
  void create_withoutEntryAboveBoth_isRefused() {
    assertThatThrownBy(() -> area("dc=x", "dc=y", true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no entry is above all of [dc=x, dc=y]");
  }

  @Test
  void contains_ofTwoBases_isWhatLiesBelowOne() throws LDAPException {
    UserArea area = area("cn=users,dc=x", "cn=bots,dc=x", true);

    assertThat(area.contains(new Entry("uid=a,CN=Users,DC=x"))).isTrue();
    assertThat(area.contains(new Entry("uid=a,cn=deep,cn=bots,dc=x"))).isTrue();
    assertThat(area.contains(new Entry("uid=a,cn=other,dc=x"))).isFalse();
    assertThat(area.contains(new Entry("uid=a\\,cn\\=users,dc=x"))).isFalse();
  }

  @Test
  void contains_rightUnderTheBases_isNotWhatLiesDeeper() throws LDAPException {
    UserArea area = area("cn=users,dc=x", "cn=bots,cn=users,dc=x", false);

    assertThat(area.contains(new Entry("uid=a,cn=users,dc=x"))).isTrue();
    assertThat(area.contains(new Entry("uid=a,cn=bots,cn=users,dc=x"))).isTrue();
    assertThat(area.contains(new Entry("uid=a,cn=others,cn=users,dc=x"))).isFalse();
    assertThat(area.searchScope()).isEqualTo(SearchScope.SUB);
  }

  @Test
  void searchScope_ofOneBase_isThatOfTheOperator() throws LDAPException {
    assertThat(new UserArea(new DN("dc=x"), Optional.empty(), false).searchScope())
        .isEqualTo(SearchScope.ONE);
    assertThat(area("dc=x", "DC=X", false).searchScope()).isEqualTo(SearchScope.ONE);
  }
}
