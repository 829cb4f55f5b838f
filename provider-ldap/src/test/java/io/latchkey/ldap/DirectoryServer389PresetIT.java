package io.latchkey.ldap;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import io.latchkey.ldap.directory.HostileIds;
import io.latchkey.ldap.server.DirectoryServer389;
import io.latchkey.spi.directory.User;
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

/** The preset 389ds on 389 Directory Server itself. */
class DirectoryServer389PresetIT {

  @TempDir static Path directory;

  private static ServerUnderTest server;

  private String base = "";

  @BeforeAll
  static void start() throws LDAPException {
    server = new ServerUnderTest(DirectoryServer389.start(directory), "389ds");
    server.replace("cn=config", "passwordLockout", "on");
    server.replace("cn=config", "passwordMaxFailure", "3");
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
  void machine_isActiveUntilItsAccountIsLocked() throws LDAPException {
    String dn = server.addBot("bot1", base);
    assertThat(server.find("bot1", base))
        .contains(new User("bot1", "example.com", UserKind.MACHINE, UserState.ACTIVE, "bot1"));

    server.replace(dn, "nsAccountLock", "true");

    assertThat(server.tryPassword(dn, "right")).as("what the server says").isFalse();
    assertThat(server.find("bot1", base).map(User::state)).contains(UserState.INACTIVE);
  }

  @Test
  void machine_afterWrongPasswords_isLocked() throws LDAPException {
    String dn = server.addBot("bot2", base);
    assertThat(server.tryPassword(dn, "right")).isTrue();

    for (int i = 0; i < 4; i++) {
      assertThat(server.tryPassword(dn, "wrong")).isFalse();
    }

    assertThat(server.tryPassword(dn, "right")).as("what the server says").isFalse();
    assertThat(server.find("bot2", base, "organization.fixed", "x").map(User::state))
        .contains(UserState.LOCKED);
  }

  @Test
  void nsUniqueId_asId_findsTheEntry() throws LDAPException {
    String dn = server.addBot("bot3", base);
    String id = server.connection().getEntry(dn, "nsUniqueId").getAttributeValue("nsUniqueId");

    assertThat(server.find(id, base, "users.id-attribute", "nsUniqueId").map(User::loginName))
        .contains("bot3");
  }

  /** As {@code dsidm} makes it. */
  @Test
  void service_byItsUniqueId_isMachine() throws LDAPException {
    String dn = "cn=backup," + base;
    server
        .connection()
        .add(
            dn,
            new Attribute("objectClass", "netscapeServer"),
            new Attribute("cn", "backup"),
            new Attribute("userPassword", "right"));
    String id = server.connection().getEntry(dn, "nsUniqueId").getAttributeValue("nsUniqueId");

    assertThat(
            server.find(
                id, base, "users.id-attribute", "nsUniqueId", "users.login-attribute", "cn"))
        .contains(new User(id, "example.com", UserKind.MACHINE, UserState.ACTIVE, "backup"));
  }

  @Test
  void nestedGroups_bySearch_grant() throws LDAPException {
    String inner = server.addGroup("inner", base, server.addBot("bot4", base));
    String outer = server.addGroup("outer", base, inner);

    assertThat(
            server.decide(
                "bot4", base, "grant.a", "IAM_OWNER to " + outer, "groups.nested", "true"))
        .isEqualTo(PERMIT);
    assertThat(server.decide("bot4", base, "grant.a", "IAM_OWNER to " + outer))
        .isEqualTo(NO_MEMBERSHIP);
  }

  /** The plug-in puts groups of groups into the attribute. */
  @Test
  void nestedGroups_byMemberOf_grantWithoutBeingFollowed() throws LDAPException {
    String inner = server.addGroup("inner", base, server.addBot("bot5", base));
    String outer = server.addGroup("outer", base, inner);

    assertThat(
            server.decide(
                "bot5", base, "grant.a", "IAM_OWNER to " + outer, "groups.lookup", "member-of"))
        .isEqualTo(PERMIT);
  }

  @Test
  void members_amongThousands_grantExactly() throws LDAPException {
    String bot = server.addBot("bot6", base);
    String named =
        server.addGroup(
            "named",
            base,
            "posixGroup",
            "memberUid",
            IntStream.range(0, 5000).mapToObj(i -> i == 4321 ? "bot6" : "u" + i).toList());
    List<String> members =
        IntStream.range(0, 5000)
            .mapToObj(i -> i == 4321 ? bot : "uid=u" + i + ",ou=nobody," + base)
            .toList();
    String big = server.addGroup("big", base, "groupOfNames", "member", members);
    server.addBot("bot7", base);

    for (String uid : List.of("bot6", "bot7")) {
      assertThat(server.decide(uid, base, "grant.a", "IAM_OWNER to " + big))
          .isEqualTo(uid.equals("bot6") ? PERMIT : NO_MEMBERSHIP);
      assertThat(
              server.decide(
                  uid,
                  base,
                  "grant.a",
                  "IAM_OWNER to " + named,
                  "groups.member-attribute",
                  "memberUid"))
          .isEqualTo(uid.equals("bot6") ? PERMIT : NO_MEMBERSHIP);
    }
  }

  @Test
  void hostileIds_findNone() throws LDAPException {
    Stream<String> ids =
        Stream.concat(HostileIds.storable().stream(), HostileIds.nowhere().stream());

    server.assertFindsNone(ids, base, "organization.dn-component", "dc");
  }
}
