package io.latchkey.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.ldap.permission.GroupSettings;
import io.latchkey.ldap.permission.GroupSettings.Lookup;
import io.latchkey.ldap.permission.MemberValue;
import io.latchkey.spi.ProviderConfig;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupKeysTest {

  private static ProviderConfig config(String... keysAndValues) {
    Map<String, String> keys =
        new HashMap<>(
            Map.of(
                "preset", "openldap",
                "base-dn", "dc=example,dc=com",
                "group-pattern", "(?<role>.*)"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new ProviderConfig("ldap.", keys);
  }

  private static GroupSettings groups(String... keysAndValues) {
    return GroupKeys.settings(config(keysAndValues)).groups();
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(String... keysAndValues) {
    return assertThatThrownBy(() -> GroupKeys.settings(config(keysAndValues)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "openldap, SEARCH, false, 'dc=example,dc=com'",
    "389ds, SEARCH, false, 'dc=example,dc=com'",
    "freeipa, MEMBER_OF, false, 'cn=groups,cn=accounts,dc=example,dc=com'",
    "active-directory, IN_CHAIN, true, 'dc=example,dc=com'"
  })
  void groups_ofPreset_areLookedUpInItsWay(
      String preset, Lookup lookup, boolean nested, String base) {
    GroupSettings groups = groups("preset", preset);

    assertThat(groups.lookup()).isEqualTo(lookup);
    assertThat(groups.nested()).isEqualTo(nested);
    assertThat(groups.base()).hasToString(base);
    assertThat(groups.memberAttribute()).isEqualTo("member");
    assertThat(groups.memberValue()).isEqualTo(MemberValue.DN);
    assertThat(groups.nameAttribute()).isEqualTo("cn");
  }

  @Test
  void memberValue_ofMemberUid_isTheLoginName() {
    assertThat(groups("groups.member-attribute", "memberUID").memberValue())
        .isEqualTo(MemberValue.LOGIN);
    assertThat(
            groups("groups.member-attribute", "memberUid", "groups.member-value", "id")
                .memberValue())
        .isEqualTo(MemberValue.ID);
  }

  @Test
  void nested_ofMembersByName_isRefused() {
    assertRefused("groups.member-attribute", "memberUid", "groups.nested", "true")
        .hasMessageStartingWith("the keys ldap.groups.nested and ldap.groups.lookup ask for");
    assertRefused("groups.member-attribute", "memberUid", "groups.lookup", "member-of")
        .hasMessageStartingWith("the keys ldap.groups.nested and ldap.groups.lookup ask for");
  }

  @Test
  void nested_falseInChain_isRefused() {
    assertRefused("groups.lookup", "in-chain", "groups.nested", "false")
        .hasMessage(
            "the key ldap.groups.nested cannot be false where ldap.groups.lookup is in-chain");
  }

  @Test
  void grants_ofNone_areRefused() {
    Map<String, String> keys = Map.of("preset", "openldap", "base-dn", "dc=example,dc=com");

    assertThatThrownBy(() -> GroupKeys.settings(new ProviderConfig("ldap.", keys)))
        .hasMessage("no group grants anything: set keys ldap.grant.* or ldap.group-pattern");
  }

  @Test
  void grant_ofOtherForm_isRefusedByItsKey() {
    assertRefused("grant.admins", "IAM_OWNER cn=admins,dc=example,dc=com")
        .hasMessage(
            "the value \"IAM_OWNER cn=admins,dc=example,dc=com\" of key ldap.grant.admins must be"
                + " of the form ROLE, ROLE in ORGANIZATION to GROUP-DN, where \"in ORGANIZATION\""
                + " may be left out for the whole instance: there is no \"to\"");
  }

  @Test
  void grant_ofRoleThatThereIsNot_isRefused() {
    assertRefused("grant.admins", "IAM_OWNER, IAM_BOSS to cn=admins,dc=example,dc=com")
        .hasMessage("the key ldap.grant.admins grants a role that there is not: IAM_BOSS");
  }

  @Test
  void grant_ofRoleOfTheOperator_isTaken() {
    assertThat(
            GroupKeys.settings(
                    config(
                        "role.boss", "user.read, user.write",
                        "grant.admins", "boss to cn=admins,dc=example,dc=com"))
                .grants()
                .grants())
        .hasSize(1);
  }

  @Test
  void grant_toGroupBesideTheBase_isRefused() {
    assertRefused("grant.admins", "IAM_OWNER to cn=admins,dc=example,dc=org")
        .hasMessage(
            "the key ldap.grant.admins names a group that is not under ldap.groups.base-dn");
  }

  @Test
  void pattern_withoutRole_isRefused() {
    assertRefused("group-pattern", "latchkey:(.*)")
        .hasMessage(
            "the value \"latchkey:(.*)\" of key ldap.group-pattern must have a group (?<role>…)");
    assertRefused("group-pattern", "(?<role>")
        .hasMessage(
            "the value \"(?<role>\" of key ldap.group-pattern must be a regular expression:"
                + " Unclosed group");
  }

  @Test
  void lookup_ofAnotherWord_isRefused() {
    assertRefused("groups.lookup", "memberOf")
        .hasMessage(
            "the value \"memberOf\" of key ldap.groups.lookup must be search or member-of or"
                + " in-chain");
  }
}
