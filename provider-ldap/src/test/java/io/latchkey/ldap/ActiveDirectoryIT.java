package io.latchkey.ldap;

import static io.latchkey.spi.permission.PermissionDecision.NO_MEMBERSHIP;
import static io.latchkey.spi.permission.PermissionDecision.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.latchkey.ldap.directory.HostileIds;
import io.latchkey.ldap.server.SambaDomain;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preset active-directory on a domain controller. */
class ActiveDirectoryIT {

  private static final String BASE = "DC=ad,DC=example,DC=com";
  private static final String USERS = "CN=Users," + BASE;

  /** A normal account that needs no password, so that it can be made without TLS. */
  private static final int ENABLED = 0x200 | 0x20;

  private static final int SECURITY_GROUP = 0x80000002;
  private static final int DISTRIBUTION_GROUP = 0x2;

  @TempDir static Path directory;

  private static SambaDomain domain;
  private static ServerUnderTest server;

  @BeforeAll
  static void start() throws LDAPException {
    domain = SambaDomain.start(directory);
    server = new ServerUnderTest(domain, "active-directory");
    server.replace(BASE, "lockoutThreshold", "3");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String addUser(String name, int control, String... more) throws LDAPException {
    Entry entry =
        new Entry(
            "CN=" + name + "," + USERS,
            new Attribute("objectClass", "user"),
            new Attribute("sAMAccountName", name),
            new Attribute("userAccountControl", String.valueOf(control)));
    for (int i = 0; i < more.length; i += 2) {
      entry.setAttribute(more[i], more[i + 1]);
    }
    server.connection().add(entry);
    return entry.getDN();
  }

  private static String addGroup(String name, int type, String... members) throws LDAPException {
    Entry entry =
        new Entry(
            "CN=" + name + "," + USERS,
            new Attribute("objectClass", "group"),
            new Attribute("sAMAccountName", name),
            new Attribute("groupType", String.valueOf(type)));
    if (members.length > 0) {
      entry.addAttribute("member", members);
    }
    server.connection().add(entry);
    return entry.getDN();
  }

  /** The id of an entry, as the data types of Windows define it and not as we compute it. */
  private static String guid(String dn) throws LDAPException {
    byte[] octets =
        server.connection().getEntry(dn, "objectGUID").getAttributeValueBytes("objectGUID");
    ByteBuffer fields = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
    String start =
        String.format("%08x-%04x-%04x-", fields.getInt(), fields.getShort(), fields.getShort());
    long rest = fields.order(ByteOrder.BIG_ENDIAN).getLong();
    return start + String.format("%04x-%012x", rest >>> 48, rest & 0xffff_ffff_ffffL);
  }

  private static Optional<UserState> state(String dn) throws LDAPException {
    return server.find(guid(dn), BASE).map(User::state);
  }

  @Test
  void user_byItsGuid_isHuman() throws LDAPException {
    String dn = addUser("anna", ENABLED);
    String id = guid(dn);

    assertThat(server.connection().getEntry("<GUID=" + id + ">", "sAMAccountName").getParsedDN())
        .as("what the server calls that id")
        .isEqualTo(new DN(dn));
    assertThat(server.find(id, BASE))
        .contains(new User(id, "ad.example.com", UserKind.HUMAN, UserState.ACTIVE, "anna"));
    assertThat(server.find("anna", BASE)).isEmpty();
  }

  @Test
  void user_overTls_isFound() throws LDAPException {
    String id = guid(addUser("tls", ENABLED));

    try (DirectoryContext context = DirectoryContext.overTls(domain, server.keys(BASE));
        UserDirectory users = context.users()) {
      assertThat(users.check().problem()).isEmpty();
      assertThat(users.findUser(id).map(User::loginName)).contains("tls");
    }
  }

  @Test
  void user_bySamAccountName_isFoundInItsSpelling() throws LDAPException {
    addUser("Bruno", ENABLED);

    assertThat(server.find("Bruno", BASE, "users.id-attribute", "sAMAccountName").map(User::userId))
        .contains("Bruno");
    assertThat(server.find("bruno", BASE, "users.id-attribute", "sAMAccountName")).isEmpty();
  }

  @Test
  void managedServiceAccount_isMachine() throws LDAPException {
    Entry account =
        new Entry(
            "CN=msa,CN=Managed Service Accounts," + BASE,
            new Attribute("objectClass", "msDS-ManagedServiceAccount"),
            new Attribute("sAMAccountName", "msa$"),
            new Attribute("userAccountControl", "4096"));
    server.connection().add(account);
    String id = guid(account.getDN());

    assertThat(server.find(id, BASE))
        .contains(new User(id, "ad.example.com", UserKind.MACHINE, UserState.ACTIVE, "msa$"));
  }

  @Test
  void userUnderTheBaseOfMachines_isMachine() throws LDAPException {
    String services = server.addBranch("Service Accounts");
    server
        .connection()
        .add(
            "CN=ci," + services,
            new Attribute("objectClass", "user"),
            new Attribute("sAMAccountName", "ci"),
            new Attribute("userAccountControl", String.valueOf(ENABLED)));

    assertThat(
            server
                .find(guid("CN=ci," + services), BASE, "users.machine-base-dn", services)
                .map(User::kind))
        .contains(UserKind.MACHINE);
  }

  @Test
  void computerAndContact_areNoUsers() throws LDAPException {
    server
        .connection()
        .add(
            "CN=pc,CN=Computers," + BASE,
            new Attribute("objectClass", "computer"),
            new Attribute("sAMAccountName", "pc$"));
    server.connection().add("CN=friend," + USERS, new Attribute("objectClass", "contact"));

    assertThat(server.find(guid("CN=pc,CN=Computers," + BASE), BASE)).isEmpty();
    assertThat(server.find(guid("CN=friend," + USERS), BASE)).isEmpty();
  }

  @Test
  void disabledAccount_isInactive() throws LDAPException {
    String dn = addUser("disabled", ENABLED);
    assertThat(state(dn)).contains(UserState.ACTIVE);

    server.replace(dn, "userAccountControl", String.valueOf(ENABLED | 0x2));

    assertThat(state(dn)).contains(UserState.INACTIVE);
  }

  @Test
  void expiredAccount_isInactive() throws LDAPException {
    String dn = addUser("expired", ENABLED, "accountExpires", "132539328000000000");

    assertThat(state(dn)).contains(UserState.INACTIVE);
  }

  @Test
  void account_afterWrongPasswords_isLockedUntilUnlocked() throws LDAPException {
    String dn = addUser("locked", ENABLED);
    for (int i = 0; i < 4; i++) {
      assertThat(server.tryPassword(dn, "Wrong-1")).isFalse();
    }
    assertThat(state(dn)).contains(UserState.LOCKED);

    server.replace(dn, "lockoutTime", "0");

    assertThat(state(dn)).contains(UserState.ACTIVE);
  }

  @Test
  void deletedAccount_isAbsent() throws LDAPException {
    String dn = addUser("deleted", ENABLED);
    String id = guid(dn);
    server.connection().delete(dn);

    assertThat(server.find(id, BASE)).isEmpty();
  }

  @Test
  void nestedGroups_withCycle_grant() throws LDAPException {
    String user = addUser("nested", ENABLED);
    String inner = addGroup("inner", SECURITY_GROUP, user);
    String middle = addGroup("middle", SECURITY_GROUP, inner);
    String outer = addGroup("outer", SECURITY_GROUP, middle);
    server.connection().modify(inner, add("member", outer));
    String other = addUser("alone", ENABLED);

    String grant = "IAM_OWNER to " + outer;
    assertThat(server.decide(guid(user), BASE, "grant.a", grant)).isEqualTo(PERMIT);
    assertThat(server.decide(guid(other), BASE, "grant.a", grant)).isEqualTo(NO_MEMBERSHIP);
    for (String lookup : List.of("search", "member-of")) {
      assertThat(server.decide(guid(user), BASE, "grant.a", grant, "groups.lookup", lookup))
          .as(lookup)
          .isEqualTo(PERMIT);
      assertThat(server.decide(guid(other), BASE, "grant.a", grant, "groups.lookup", lookup))
          .as(lookup)
          .isEqualTo(NO_MEMBERSHIP);
    }
  }

  @Test
  void groupByPattern_nested_grants() throws LDAPException {
    String user = addUser("pattern", ENABLED);
    String inner = addGroup("team", SECURITY_GROUP, user);
    addGroup("latchkey ORG_OWNER any", SECURITY_GROUP, inner);

    assertThat(
            server.decide(
                guid(user),
                BASE,
                "group-pattern",
                "latchkey (?<role>[A-Z_]+)( (?<organization>.+))?"))
        .isEqualTo(PERMIT);
  }

  @Test
  void distributionGroup_grantsNothing() throws LDAPException {
    String user = addUser("reader", ENABLED);
    String list = addGroup("list", DISTRIBUTION_GROUP, user);

    assertThat(server.decide(guid(user), BASE, "grant.a", "IAM_OWNER to " + list))
        .isEqualTo(NO_MEMBERSHIP);
  }

  @Test
  void groupOfThousands_grants() throws LDAPException {
    String branch = server.addBranch("thousands");
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      String dn = "CN=c" + i + "," + branch;
      server.connection().add(dn, new Attribute("objectClass", "contact"));
      members.add(dn);
    }
    String user = addUser("manyth", ENABLED);
    members.add(2500, user);
    String big = addGroup("big", SECURITY_GROUP, members.toArray(String[]::new));
    String other = addUser("outsider", ENABLED);

    for (String lookup : List.of("in-chain", "search", "member-of")) {
      String[] keys = {"grant.a", "IAM_OWNER to " + big, "groups.lookup", lookup};
      assertThat(server.decide(guid(user), BASE, keys)).as(lookup).isEqualTo(PERMIT);
      assertThat(server.decide(guid(other), BASE, keys)).as(lookup).isEqualTo(NO_MEMBERSHIP);
    }
  }

  /** More than a page of them. */
  @Test
  void userInHundredsOfGroups_isGranted() throws LDAPException {
    String user = addUser("joiner", ENABLED);
    for (int i = 0; i < 600; i++) {
      addGroup("g" + i, SECURITY_GROUP, user);
    }
    String last = addGroup("latchkey IAM_OWNER", SECURITY_GROUP, user);

    for (String lookup : List.of("in-chain", "search", "member-of")) {
      String[] named = {"grant.a", "IAM_OWNER to " + last, "groups.lookup", lookup};
      String[] byName = {"group-pattern", "latchkey (?<role>.*)", "groups.lookup", lookup};
      assertThat(server.decide(guid(user), BASE, named)).as(lookup).isEqualTo(PERMIT);
      assertThat(server.decide(guid(user), BASE, byName)).as(lookup).isEqualTo(PERMIT);
    }
  }

  private static Modification add(String attribute, String value) {
    return new Modification(ModificationType.ADD, attribute, value);
  }

  @Test
  void hostileIds_findNone() throws LDAPException {
    String branch = server.addBranch("hostile");
    Stream<String> ids =
        Stream.concat(HostileIds.storable().stream(), HostileIds.nowhere().stream());

    server.assertFindsNone(
        ids,
        BASE,
        "users.base-dn",
        branch,
        "users.id-attribute",
        "sAMAccountName",
        "organization.dn-component",
        "ou");
  }
}
