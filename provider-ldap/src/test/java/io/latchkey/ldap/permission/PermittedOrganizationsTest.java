package io.latchkey.ldap.permission;

import static io.latchkey.ldap.permission.GroupsUnderTest.group;
import static io.latchkey.ldap.permission.GroupsUnderTest.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import io.latchkey.ldap.server.ActiveDirectoryRules;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PermittedOrganizationsTest {

  private static final String PATTERN = "latchkey:(?<role>[A-Z_]+)(:(?<organization>.*))?";

  private final GroupsUnderTest groups = new GroupsUnderTest(new ActiveDirectoryRules());

  @BeforeEach
  void addPeople() {
    groups.addUser(
        "anna",
        "memberOf: " + group("latchkey:ORG_OWNER:acme"),
        "memberOf: " + group("latchkey:ORG_OWNER_VIEWER:globex"),
        "memberOf: " + group("latchkey:IAM_OWNER"));
    groups.addUser("berta");
  }

  @AfterEach
  void close() {
    groups.close();
  }

  private static Set<String> found(PermissionChecker checker, String userId, String permission) {
    return checker
        .permittedOrganizations()
        .orElseThrow()
        .find(new Caller(userId, "home"), permission);
  }

  private void addGroupsOfThePattern() {
    groups.addGroup("latchkey:ORG_OWNER:acme", user("anna"));
    groups.addGroup("latchkey:ORG_OWNER_VIEWER:globex", user("anna"));
    groups.addGroup("latchkey:IAM_OWNER", user("anna"));
  }

  private void assertFoundByPattern(PermissionChecker checker) {
    assertThat(found(checker, "anna", "user.write")).containsExactly("acme");
    assertThat(found(checker, "anna", "user.read")).containsExactlyInAnyOrder("acme", "globex");
    assertThat(found(checker, "berta", "user.read")).isEmpty();
  }

  @Test
  void find_byPattern_asksOnceForTheGroupsOfTheUser() {
    addGroupsOfThePattern();
    PermissionChecker checker = groups.checker("group-pattern", PATTERN);
    assertFoundByPattern(checker);
    groups.requests();

    found(checker, "anna", "user.read");

    assertThat(groups.requests()).as("the user and its groups").hasSize(2);
  }

  @Test
  void find_byPatternInTheEntryOfTheUser_readsGroupsThatGrantInOrganizations() {
    addGroupsOfThePattern();
    PermissionChecker checker =
        groups.checker("group-pattern", PATTERN, "groups.lookup", "member-of");
    assertFoundByPattern(checker);
    groups.requests();

    found(checker, "anna", "user.read");

    assertThat(groups.requests())
        .extracting(ReadOnlySearchRequest::getBaseDN)
        .containsExactlyInAnyOrder(
            GroupsUnderTest.PEOPLE,
            group("latchkey:ORG_OWNER:acme"),
            group("latchkey:ORG_OWNER_VIEWER:globex"));
  }

  @Test
  void find_byPatternInChain_findsTheSame() {
    addGroupsOfThePattern();

    assertFoundByPattern(groups.checker("group-pattern", PATTERN, "groups.lookup", "in-chain"));
  }

  @Test
  void find_ofNamedGroups_findsWhereTheyGrantIt() {
    groups.addGroup("acme", user("anna"), user("berta"));
    groups.addGroup("all", user("anna"));
    PermissionChecker checker =
        groups.checker(
            "grant.a", "ORG_OWNER_VIEWER in acme to " + group("acme"),
            "grant.b", "ORG_OWNER in globex to " + group("all"),
            "grant.c", "ORG_OWNER in initech to " + group("all"),
            "grant.d", "IAM_OWNER to " + group("all"),
            "grant.e", "ORG_OWNER in umbrella to " + group("gone"));

    assertThat(found(checker, "anna", "user.read"))
        .containsExactlyInAnyOrder("acme", "globex", "initech");
    assertThat(found(checker, "anna", "user.write")).containsExactlyInAnyOrder("globex", "initech");
    assertThat(found(checker, "berta", "user.read")).containsExactly("acme");
  }

  @Test
  void find_ofManyNamedGroups_asksOnceForTheGroupsOfTheUser() {
    groups.addGroup("g7", user("anna"));
    groups.addGroup("g199", user("anna"));
    String[] grants =
        IntStream.range(0, 200)
            .mapToObj(i -> Stream.of("grant.g" + i, "ORG_OWNER in o" + i + " to " + group("g" + i)))
            .flatMap(words -> words)
            .toArray(String[]::new);
    PermissionChecker checker = groups.checker(grants);

    assertThat(found(checker, "anna", "user.read")).containsExactlyInAnyOrder("o7", "o199");
    assertThat(groups.requests()).as("the user and its groups").hasSize(2);
  }

  @Test
  void find_whereNoGroupGrantsInAnOrganization_asksNobody() {
    PermissionChecker checker =
        groups.checker(
            "grant.a",
            "IAM_OWNER to " + group("admins"),
            "group-pattern",
            "latchkey:(?<role>[A-Z_]+)");

    assertThat(found(checker, "anna", "user.read")).isEmpty();
    assertThat(groups.requests()).isEmpty();
  }

  @Test
  void find_ofRoleThatThereIsNot_findsNone() {
    groups.addGroup("latchkey:PRINTER:acme", user("berta"));

    assertThat(found(groups.checker("group-pattern", PATTERN), "berta", "user.read")).isEmpty();
  }
}
