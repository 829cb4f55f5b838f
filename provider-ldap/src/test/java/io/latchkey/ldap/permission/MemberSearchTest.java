package io.latchkey.ldap.permission;

import static io.latchkey.ldap.permission.GroupsUnderTest.GROUPS;
import static io.latchkey.ldap.permission.GroupsUnderTest.decide;
import static io.latchkey.ldap.permission.GroupsUnderTest.group;
import static io.latchkey.ldap.permission.GroupsUnderTest.user;
import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMISSION_MISSING;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import io.latchkey.ldap.server.RangeRetrieval;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.permission.PermissionChecker;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberSearchTest {

  private final GroupsUnderTest groups = new GroupsUnderTest(new RangeRetrieval("memberUid", 100));

  @BeforeEach
  void addPeople() {
    groups.addUser("anna");
    groups.addUser("berta");
  }

  @AfterEach
  void close() {
    groups.close();
  }

  @Test
  void check_ofMemberOfNamedGroup_isPermitted() {
    groups.addGroup("admins", user("anna"));
    PermissionChecker checker = groups.checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(decide(checker, "berta", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofGroupInAnotherSpelling_comparesDnsAsDns() {
    groups.addGroup("admins", user("anna"));
    PermissionChecker checker =
        groups.checker("grant.a", "IAM_OWNER to CN=Admins, OU=Groups,DC=Example,DC=Com");

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
  }

  @Test
  void check_ofRoleInOrganization_holdsThereAlone() {
    groups.addGroup("owners", user("anna"));
    PermissionChecker checker =
        groups.checker("grant.a", "ORG_OWNER in acme to " + group("owners"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(decide(checker, "anna", "Acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofTwoGrantsToOneGroup_addsThem() {
    groups.addGroup("all", user("anna"));
    PermissionChecker checker =
        groups.checker(
            "grant.a", "ORG_OWNER_VIEWER to " + group("all"),
            "grant.b", "ORG_OWNER in acme to " + group("all"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(decide(checker, "anna", "other")).isEqualTo(PERMISSION_MISSING);
  }

  @Test
  void check_whereNoGroupMatters_asksNobody() {
    PermissionChecker checker = groups.checker("grant.a", "ORG_OWNER in acme to " + group("a"));

    assertThat(decide(checker, "anna", "other")).isEqualTo(NO_MEMBERSHIP);
    assertThat(groups.filters()).isEmpty();
  }

  @Test
  void check_ofNamedGroups_asksForThoseOfTheOrganizationAlone() {
    groups.addGroup("one", user("anna"));
    PermissionChecker checker =
        groups.checker(
            "grant.a", "ORG_OWNER in acme to " + group("one"),
            "grant.b", "ORG_OWNER in other to " + group("two"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(groups.filters())
        .containsExactly(
            "(&(uid=anna)(objectClass=person))",
            "(&(&(member=uid=anna,ou=people,dc=example,dc=com)(|(&(cn=one))))"
                + "(objectClass=groupOfNames))");
  }

  @Test
  void check_ofGroupOfTheSameNameElsewhere_grantsNothing() {
    groups.addGroup("admins");
    groups.add("cn=admins,ou=sub," + GROUPS, "groupOfNames", "member", List.of(user("anna")));
    PermissionChecker checker = groups.checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofGroupThatTheFilterDoesNotMatch_grantsNothing() {
    groups.add(group("admins"), "formerGroup", "member", List.of(user("anna")), "cn: admins");
    PermissionChecker checker = groups.checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofMissingGroup_isNoMembership() {
    groups.addGroup("other", user("anna"));

    assertThat(decide(groups.checker("grant.a", "IAM_OWNER to " + group("gone")), "anna", "acme"))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_withoutTheBaseOfGroups_couldNotTell() {
    PermissionChecker checker = groups.checker("grant.a", "IAM_OWNER to " + group("gone"));

    assertThatThrownBy(() -> decide(checker, "anna", "acme"))
        .isInstanceOf(ProviderUnavailableException.class);
    assertThat(checker.check().problem())
        .contains(
            "the directory has no entry ou=groups,dc=example,dc=com, or does not show it to us:"
                + " ldap.groups.base-dn");
  }

  @Test
  void check_ofUserInManyGroups_findsTheOneThatMatters() {
    for (int i = 0; i < 1100; i++) {
      groups.addGroup("g" + i, user("anna"));
    }
    groups.addGroup("latchkey:IAM_OWNER", user("anna"));

    assertThat(decide(byPattern(), "anna", "acme")).isEqualTo(PERMIT);
  }

  @Test
  void check_ofManyNamedGroups_findsTheLast() {
    groups.addGroup("g199", user("anna"));
    String[] grants =
        IntStream.range(0, 200)
            .mapToObj(i -> Stream.of("grant.g" + i, "ORG_OWNER in acme to " + group("g" + i)))
            .flatMap(words -> words)
            .toArray(String[]::new);

    assertThat(decide(groups.checker(grants), "anna", "acme")).isEqualTo(PERMIT);
  }

  @Test
  void check_byPattern_takesRoleAndOrganizationFromTheName() {
    groups.addGroup("latchkey:ORG_OWNER:acme", user("anna"));
    groups.addGroup("latchkey:ORG_OWNER_VIEWER", user("anna"));

    assertThat(decide(byPattern(), "anna", "acme")).isEqualTo(PERMIT);
    assertThat(decide(byPattern(), "anna", "other")).isEqualTo(PERMISSION_MISSING);
    assertThat(decide(byPattern(), "berta", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_byPattern_ofRoleThatThereIsNot_isNoMembership() {
    groups.addGroup("latchkey:PRINTER", user("anna"));

    assertThat(decide(byPattern(), "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_byPattern_ofGroupNamedByAnotherAttribute_takesItsValues() {
    groups.add(
        "ou=x," + GROUPS,
        "groupOfNames",
        "member",
        List.of(user("anna")),
        "cn: other",
        "cn: latchkey:IAM_OWNER");

    assertThat(decide(byPattern(), "anna", "acme")).isEqualTo(PERMIT);
  }

  @Test
  void check_byPattern_ofSecondName_grantsNothing() {
    groups.add(
        group("friends"),
        "groupOfNames",
        "member",
        List.of(user("anna")),
        "cn: friends",
        "cn: latchkey:IAM_OWNER");

    assertThat(decide(byPattern(), "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  private PermissionChecker byPattern() {
    return groups.checker("group-pattern", "latchkey:(?<role>[A-Z_]+)(:(?<organization>.+))?");
  }

  @Test
  void check_ofNestedGroups_followsThemIfToldTo() {
    groups.addGroup("inner", user("anna"));
    groups.addGroup("middle", group("inner"));
    groups.addGroup("admins", group("middle"));
    String grant = "IAM_OWNER to " + group("admins");

    assertThat(decide(groups.checker("grant.a", grant), "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
    assertThat(decide(groups.checker("grant.a", grant, "groups.nested", "true"), "anna", "acme"))
        .isEqualTo(PERMIT);
  }

  @Test
  void check_ofCycleOfGroups_asksForEachOnce() {
    groups.addGroup("a", user("anna"), group("c"));
    groups.addGroup("b", group("a"));
    groups.addGroup("c", group("b"));
    PermissionChecker checker =
        groups.checker("grant.a", "IAM_OWNER to " + group("gone"), "groups.nested", "true");
    groups.filters();

    assertThat(decide(checker, "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
    assertThat(groups.filters()).as("the user, and a level for each group").hasSize(1 + 4);
  }

  @Test
  void check_ofManyNestedGroups_asksForManyAtOnce() {
    for (int i = 0; i < 120; i++) {
      groups.addGroup("inner" + i, user("anna"));
    }
    groups.addGroup("admins", group("inner119"));
    PermissionChecker checker =
        groups.checker("grant.a", "IAM_OWNER to " + group("admins"), "groups.nested", "true");
    groups.filters();

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(groups.filters()).as("user, groups, 3 times 50 of them, the last").hasSize(6);
  }

  @Test
  void check_ofNestingDeeperThanTheLimit_ends() {
    groups.addGroup("g0", user("anna"));
    for (int i = 1; i < 40; i++) {
      groups.addGroup("g" + i, group("g" + (i - 1)));
    }

    assertThat(decide(nestedTo("g31"), "anna", "acme")).isEqualTo(PERMIT);
    assertThat(decide(nestedTo("g32"), "anna", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  private PermissionChecker nestedTo(String group) {
    return groups.checker("grant.a", "IAM_OWNER to " + group(group), "groups.nested", "true");
  }

  @Test
  void check_ofUniqueMember_isPermitted() {
    groups.add(
        group("admins"), "groupOfUniqueNames", "uniqueMember", List.of(user("anna")), "cn: admins");
    PermissionChecker checker =
        groups.checker(
            "grant.a", "IAM_OWNER to " + group("admins"),
            "groups.filter", "(objectClass=groupOfUniqueNames)",
            "groups.member-attribute", "uniqueMember");

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(decide(checker, "berta", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofMemberUid_isExact() {
    groups.add(group("a"), "posixGroup", "memberUid", List.of("other", "anna"), "cn: a");
    groups.add(group("b"), "posixGroup", "memberUid", List.of("Berta"), "cn: b");
    groups.add(group("c"), "posixGroup", "memberUid", List.of(" berta"), "cn: c");
    PermissionChecker checker =
        posix(
            "grant.a", "IAM_OWNER to " + group("a"),
            "grant.b", "IAM_OWNER to " + group("b"),
            "grant.c", "IAM_OWNER to " + group("c"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    assertThat(decide(checker, "berta", "acme")).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofMemberUid_isOfTheLoginName() {
    groups.addUser("4711", "cn: carl");
    groups.add(group("a"), "posixGroup", "memberUid", List.of("carl"), "cn: a");
    String grant = "IAM_OWNER to " + group("a");

    assertThat(decide(posix("grant.a", grant, "users.login-attribute", "cn"), "4711", "acme"))
        .isEqualTo(PERMIT);
    assertThat(
            decide(
                posix("grant.a", grant, "users.login-attribute", "cn", "groups.member-value", "id"),
                "4711",
                "acme"))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"u0", "u99", "u100", "u5000"})
  void check_ofMemberUidAmongManyInRanges_isPermitted(String uid) {
    groups.addUser(uid);
    groups.add(
        group("a"),
        "posixGroup",
        "memberUid",
        IntStream.rangeClosed(0, 5000).mapToObj(i -> "u" + i).toList(),
        "cn: a");

    assertThat(decide(posix("grant.a", "IAM_OWNER to " + group("a")), uid, "acme"))
        .isEqualTo(PERMIT);
  }

  @Test
  void check_ofMemberUid_asksForThatValueAlone() {
    groups.add(group("a"), "posixGroup", "memberUid", List.of("anna"), "cn: a");
    PermissionChecker checker = posix("grant.a", "IAM_OWNER to " + group("a"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    List<ReadOnlySearchRequest> requests = groups.requests();
    assertThat(requests.get(1).getControl("1.2.826.0.1.3344810.2.3").isCritical()).isFalse();
  }

  private PermissionChecker posix(String... keysAndValues) {
    return groups.checker(
        Stream.concat(
                Stream.of(
                    "groups.filter",
                    "(objectClass=posixGroup)",
                    "groups.member-attribute",
                    "memberUid"),
                Stream.of(keysAndValues))
            .toArray(String[]::new));
  }

  @Test
  void check_ofUserWithTwoEntries_couldNotTell() {
    groups.add("uid=anna,ou=more," + GroupsUnderTest.PEOPLE, "person", "uid", List.of("anna"));
    groups.addGroup("admins", user("anna"));
    PermissionChecker checker = groups.checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThatThrownBy(() -> decide(checker, "anna", "acme"))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageStartingWith("two entries have the same user id: ");
  }

  @Test
  void check_withoutServer_couldNotTell() {
    PermissionChecker checker = groups.checker("grant.a", "IAM_OWNER to " + group("admins"));
    groups.server().close();

    assertThatThrownBy(() -> decide(checker, "anna", "acme"))
        .isInstanceOf(ProviderUnavailableException.class);
  }

  @Test
  void check_ofRoleOfTheOperator_holdsWhatItSays() {
    groups.addGroup("a", user("anna"));
    PermissionChecker checker =
        groups.checker("role.reader", "user.read", "grant.a", "reader to " + group("a"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMISSION_MISSING);
  }
}
