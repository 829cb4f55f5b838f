package io.latchkey.ldap.permission;

import static io.latchkey.ldap.permission.GroupsUnderTest.BASE;
import static io.latchkey.ldap.permission.GroupsUnderTest.decide;
import static io.latchkey.ldap.permission.GroupsUnderTest.group;
import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import io.latchkey.ldap.server.RangeRetrieval;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.permission.PermissionChecker;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberOfValuesTest {

  private final GroupsUnderTest groups = new GroupsUnderTest(new RangeRetrieval("memberOf", 100));

  @AfterEach
  void close() {
    groups.close();
  }

  private PermissionChecker checker(String... keysAndValues) {
    String[] all = new String[keysAndValues.length + 2];
    System.arraycopy(keysAndValues, 0, all, 2, keysAndValues.length);
    all[0] = "groups.lookup";
    all[1] = "member-of";
    return groups.checker(all);
  }

  @Test
  void check_ofGroupInTheEntry_isPermittedByTwoReads() {
    groups.addUser("anna", "memberOf: CN=Admins, OU=groups,DC=example,DC=com", "memberOf: cn=x");
    groups.addUser("berta");
    groups.addGroup("admins");
    PermissionChecker checker = checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(groups.requests()).hasSize(2);
    assertThat(decide(checker, "berta", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofGroupThatIsGone_isNoMembership() {
    groups.addUser("anna", "memberOf: " + group("admins"));

    assertThat(decide(checker("grant.a", "IAM_OWNER to " + group("admins")), "anna", "acme"))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofGroupThatTheFilterDoesNotMatch_isNoMembership() {
    groups.addUser("anna", "memberOf: " + group("admins"));
    groups.add(group("admins"), "formerGroup", "cn", List.of("admins"));

    assertThat(decide(checker("grant.a", "IAM_OWNER to " + group("admins")), "anna", "acme"))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 99, 100, 101, 200, 1999, 2500, 4999})
  void check_ofValuesInRanges_readsThemAll(int place) {
    groups.addGroup("admins");
    groups.add(
        GroupsUnderTest.user("anna"),
        "person",
        "memberOf",
        IntStream.range(0, 5000).mapToObj(i -> group(i == place ? "admins" : "g" + i)).toList(),
        "uid: anna");

    assertThat(decide(checker("grant.a", "IAM_OWNER to " + group("admins")), "anna", "acme"))
        .isEqualTo(PERMIT);
    assertThat(groups.requests()).as("the user, 49 more ranges, and the group").hasSize(51);
  }

  @Test
  void check_ofRangesThatDoNotGoOn_couldNotTell() {
    groups.addUser(
        "anna", "memberOf;range=0-1: " + group("a"), "memberOf;range=0-1: " + group("b"));
    groups.addGroup("a");
    PermissionChecker checker = checker("grant.a", "IAM_OWNER to " + group("a"));

    assertThatThrownBy(() -> decide(checker, "anna", "acme"))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage(
            "the directory server does not give all values of memberOf of"
                + " uid=anna,ou=people,dc=example,dc=com");
  }

  @Test
  void check_ofAttributeOfAnotherName_isThatOne() {
    groups.addUser("anna", "isMemberOf: " + group("admins"));
    groups.addGroup("admins");
    PermissionChecker checker =
        checker(
            "grant.a",
            "IAM_OWNER to " + group("admins"),
            "groups.member-of-attribute",
            "isMemberOf");

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
  }

  @Test
  void check_byPattern_readsGroupsThatGrantSomething() {
    groups.addUser(
        "anna",
        "memberOf: " + group("friends"),
        "memberOf: " + group("latchkey:ORG_OWNER:other"),
        "memberOf: " + group("latchkey:ORG_OWNER:acme"),
        "memberOf: cn=latchkey:IAM_OWNER,cn=hbac," + BASE);
    groups.addGroup("friends");
    groups.addGroup("latchkey:ORG_OWNER:acme");
    groups.add("cn=latchkey:IAM_OWNER,cn=hbac," + BASE, "groupOfNames", "cn", List.of("x"));
    PermissionChecker checker =
        checker("group-pattern", "latchkey:(?<role>[A-Z_]+)(:(?<organization>.+))?");
    groups.requests();

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(groups.requests())
        .extracting(ReadOnlySearchRequest::getBaseDN)
        .containsExactly(GroupsUnderTest.PEOPLE, group("latchkey:ORG_OWNER:acme"));
    assertThat(decide(checker, "anna", "third")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofNestedGroups_followsThemIfToldTo() {
    groups.addUser("anna", "memberOf: " + group("inner"));
    addGroupIn("inner", "middle");
    addGroupIn("middle", "admins");
    addGroupIn("admins", "inner");
    String grant = "IAM_OWNER to " + group("admins");

    assertThat(decide(checker("grant.a", grant), "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
    PermissionChecker nested = checker("grant.a", grant, "groups.nested", "true");
    groups.requests();
    assertThat(decide(nested, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(groups.requests()).as("the user and each group once").hasSize(1 + 3);
  }

  private void addGroupIn(String group, String outer) {
    groups.add(group(group), "groupOfNames", "memberOf", List.of(group(outer)), "cn: " + group);
  }

  @Test
  void check_ofGroupNamedByWhatIsNoDn_couldNotTell() {
    groups.addUser("anna", "memberOf: admins");
    PermissionChecker checker = checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThatThrownBy(() -> decide(checker, "anna", "acme"))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessage("the directory server names a group by what is no DN");
  }
}
