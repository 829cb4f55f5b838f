package io.latchkey.ldap.permission;

import static io.latchkey.ldap.permission.GroupsUnderTest.GROUPS;
import static io.latchkey.ldap.permission.GroupsUnderTest.decide;
import static io.latchkey.ldap.permission.GroupsUnderTest.group;
import static io.latchkey.ldap.permission.GroupsUnderTest.user;
import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.ldap.server.ActiveDirectoryRules;
import io.latchkey.spi.permission.PermissionChecker;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InChainSearchTest {

  private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

  private final GroupsUnderTest groups = new GroupsUnderTest(new ActiveDirectoryRules());

  @AfterEach
  void close() {
    groups.close();
  }

  private PermissionChecker checker(String key, String value) {
    return groups.checker("groups.lookup", "in-chain", key, value);
  }

  @Test
  void check_ofNamedGroup_asksItByTheRule() {
    groups.addUser("anna");
    groups.addGroup("admins", user("anna"));
    PermissionChecker checker = checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    List<ReadOnlySearchRequest> requests = groups.requests();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1).getBaseDN()).isEqualTo(group("admins"));
    assertThat(requests.get(1).getScope()).isEqualTo(SearchScope.BASE);
    assertThat(requests.get(1).getFilter())
        .hasToString(
            "(&(member:" + IN_CHAIN + ":=" + user("anna") + ")(objectClass=groupOfNames))");
  }

  @Test
  void check_ofUserThatIsNoMember_isNoMembership() {
    groups.addUser("anna");
    groups.addGroup("admins", user("berta"));

    assertThat(decide(checker("grant.a", "IAM_OWNER to " + group("admins")), "anna", "acme"))
        .isEqualTo(NO_MEMBERSHIP);
    assertThat(decide(checker("grant.a", "IAM_OWNER to " + group("gone")), "anna", "acme"))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void check_ofDnWithWhatFiltersMean_isEscaped() {
    groups.add("cn=a\\2a)(b\\5c,ou=people,dc=example,dc=com", "person", "uid", List.of("anna"));
    groups.addGroup("admins", "cn=a\\2a)(b\\5c,ou=people,dc=example,dc=com");
    PermissionChecker checker = checker("grant.a", "IAM_OWNER to " + group("admins"));

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
  }

  @Test
  void check_byPattern_searchesOnceByTheRule() {
    groups.addUser("anna");
    groups.addGroup("latchkey:ORG_OWNER:acme", user("anna"));
    groups.addGroup("latchkey:ORG_OWNER:other", user("anna"));
    PermissionChecker checker =
        checker("group-pattern", "latchkey:(?<role>[A-Z_]+)(:(?<organization>.+))?");

    assertThat(decide(checker, "anna", "acme")).isEqualTo(PERMIT);
    List<ReadOnlySearchRequest> requests = groups.requests();
    assertThat(requests).hasSize(2);
    assertThat(requests.get(1).getBaseDN()).isEqualTo(GROUPS);
    assertThat(requests.get(1).getScope()).isEqualTo(SearchScope.SUB);
    assertThat(requests.get(1).getFilter().toString())
        .startsWith("(&(member:" + IN_CHAIN + ":=" + user("anna") + ")");
    assertThat(decide(checker, "anna", "third")).isEqualTo(NO_MEMBERSHIP);
  }
}
