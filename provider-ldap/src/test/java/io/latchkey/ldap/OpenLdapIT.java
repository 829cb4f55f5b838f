package io.latchkey.ldap;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import io.latchkey.ldap.directory.HostileIds;
import io.latchkey.ldap.server.Slapd;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The preset openldap on slapd itself. */
class OpenLdapIT {

  @TempDir static Path directory;

  private static Slapd slapd;
  private static ServerUnderTest server;

  private String base = "";

  @BeforeAll
  static void start() {
    slapd = Slapd.start(directory);
    server = new ServerUnderTest(slapd, "openldap");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void addBranch(TestInfo test) throws LDAPException {
    base = server.addBranch(test.getDisplayName());
  }

  @Test
  void machine_afterWrongPasswords_isLocked() throws LDAPException {
    String dn = server.addBot("bot", base);
    assertThat(server.find("bot", base))
        .contains(new User("bot", "example.com", UserKind.MACHINE, UserState.ACTIVE, "bot"));

    for (int i = 0; i < 3; i++) {
      assertThat(server.tryPassword(dn, "wrong")).isFalse();
    }

    assertThat(server.tryPassword(dn, "right")).as("what slapd says").isFalse();
    assertThat(server.find("bot", base).map(User::state)).contains(UserState.LOCKED);
  }

  @Test
  void machine_lockedForGood_isLocked() throws LDAPException {
    String dn = server.addBot("bot", base);
    server.replace(dn, "pwdAccountLockedTime", "000001010000Z");

    assertThat(server.find("bot", base, "users.lock-duration", "PT1S").map(User::state))
        .contains(UserState.LOCKED);
  }

  @Test
  void machine_whoseTimeHasEnded_isInactive() throws LDAPException {
    String dn = server.addBot("bot", base);
    server.replace(dn, "pwdEndTime", "20200101000000Z");

    assertThat(server.tryPassword(dn, "right")).as("what slapd says").isFalse();
    assertThat(server.find("bot", base).map(User::state)).contains(UserState.INACTIVE);
  }

  @Test
  void entryUuid_asId_findsTheEntry() throws LDAPException {
    String dn = server.addBot("bot", base);
    String uuid = server.connection().getEntry(dn, "entryUUID").getAttributeValue("entryUUID");

    assertThat(server.find(uuid, base, "users.id-attribute", "entryUUID").map(User::loginName))
        .contains("bot");
    assertThat(server.find("bot", base, "users.id-attribute", "entryUUID")).isEmpty();
  }

  @Test
  void aliasOfTheIdAttribute_isToldByCheck() throws LDAPException {
    server.addBot("bot", base);
    try (DirectoryContext context =
            DirectoryContext.of(slapd, server.keys(base, "users.id-attribute", "userid"));
        UserDirectory users = context.users()) {
      assertThat(users.check().problem())
          .contains(
              "the directory server gives the attribute userid under another name:"
                  + " ldap.users.id-attribute");
    }
  }

  @Test
  void group_byDn_grants() throws LDAPException {
    String group =
        server.addGroup("admins", base, server.addBot("bot", base), server.addBot("bot2", base));
    server.addBot("other", base);

    assertThat(server.decide("bot", base, "grant.a", "IAM_OWNER to " + group)).isEqualTo(PERMIT);
    assertThat(server.decide("other", base, "grant.a", "IAM_OWNER to " + group))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void nestedGroups_bySearch_grantAcrossACycle() throws LDAPException {
    String inner = "cn=inner," + base;
    String outer = "cn=outer," + base;
    server.addGroup("inner", base, server.addBot("bot", base), outer);
    server.addGroup("outer", base, inner);

    assertThat(
            server.decide("bot", base, "grant.a", "IAM_OWNER to " + outer, "groups.nested", "true"))
        .isEqualTo(PERMIT);
    assertThat(server.decide("bot", base, "grant.a", "IAM_OWNER to " + outer))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void memberOf_ofTheOverlay_grants() throws LDAPException {
    String group = server.addGroup("admins", base, server.addBot("bot", base));
    server.addBot("other", base);

    assertThat(
            server.decide(
                "bot", base, "grant.a", "IAM_OWNER to " + group, "groups.lookup", "member-of"))
        .isEqualTo(PERMIT);
    assertThat(
            server.decide(
                "other", base, "grant.a", "IAM_OWNER to " + group, "groups.lookup", "member-of"))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void uniqueMember_grants() throws LDAPException {
    String group =
        server.addGroup(
            "a", base, "groupOfUniqueNames", "uniqueMember", List.of(server.addBot("bot", base)));

    assertThat(
            server.decide(
                "bot",
                base,
                "grant.a",
                "IAM_OWNER to " + group,
                "groups.member-attribute",
                "uniqueMember"))
        .isEqualTo(PERMIT);
  }

  /** slapd gives the one value that was asked for; more of it would say so little. */
  @Test
  void memberUid_amongThousands_grantsExactly() throws LDAPException {
    server.addBot("u4999", base);
    server.addBot("U5", base);
    String group =
        server.addGroup(
            "big",
            base,
            "posixGroup",
            "memberUid",
            IntStream.range(0, 5000).mapToObj(i -> "u" + i).toList());
    String[] keys = {"grant.a", "IAM_OWNER to " + group, "groups.member-attribute", "memberUid"};

    assertThat(server.decide("u4999", base, keys)).isEqualTo(PERMIT);
    assertThat(server.decide("U5", base, keys)).isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void member_amongThousands_grants() throws LDAPException {
    String bot = server.addBot("bot", base);
    server.addBot("other", base);
    List<String> members =
        IntStream.range(0, 5000)
            .mapToObj(i -> i == 4321 ? bot : "uid=u" + i + ",ou=nobody," + base)
            .toList();
    String group = server.addGroup("big", base, "groupOfNames", "member", members);

    assertThat(server.decide("bot", base, "grant.a", "IAM_OWNER to " + group)).isEqualTo(PERMIT);
    assertThat(server.decide("other", base, "grant.a", "IAM_OWNER to " + group))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void groups_moreThanAPage_areAllSeen() throws LDAPException {
    String bot = server.addBot("bot", base);
    for (int i = 0; i < 600; i++) {
      server.addGroup("g" + i, base, bot);
    }
    server.addGroup("latchkey:IAM_OWNER", base, bot);

    assertThat(server.decide("bot", base, "group-pattern", "latchkey:(?<role>.*)"))
        .isEqualTo(PERMIT);
  }

  @Test
  void hostileIds_findNone() throws LDAPException {
    // The syntax of dc is not that of any text.
    Stream<String> ids =
        Stream.concat(HostileIds.storable().stream(), HostileIds.nowhere().stream());

    server.assertFindsNone(ids, base, "organization.dn-component", "dc");
  }
}
