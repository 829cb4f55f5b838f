package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.FreeFormServer;
import io.latchkey.ldap.server.SearchRecorder;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each product with entries as it shows them, and no key but preset and base-dn. */
class PresetTest {

  private static final String BASE = "dc=example,dc=com";

  private final SearchRecorder searches = new SearchRecorder();
  private final FreeFormServer server = FreeFormServer.start(searches);
  private final List<Runnable> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Runnable::run);
    server.close();
  }

  private UserDirectory directory(String preset) {
    DirectoryContext context =
        DirectoryContext.of(server, Map.of("preset", preset, "base-dn", BASE));
    UserDirectory directory = context.users();
    open.add(directory::close);
    open.add(context::close);
    return directory;
  }

  private static Optional<User> user(String id, UserKind kind, UserState state, String login) {
    return Optional.of(new User(id, "example.com", kind, state, login));
  }

  @Nested
  class OfOpenLdap {

    private UserDirectory directory;

    @BeforeEach
    void make() {
      directory = directory("openldap");
    }

    @Test
    void person_isHuman() {
      server.add(
          "dn: uid=anna,ou=people," + BASE,
          "objectClass: person",
          "objectClass: inetOrgPerson",
          "uid: anna",
          "cn: Anna");

      assertThat(directory.findUser("anna"))
          .isEqualTo(user("anna", UserKind.HUMAN, UserState.ACTIVE, "anna"));
    }

    @Test
    void simpleSecurityObject_isMachine() {
      server.add(
          "dn: uid=bot,ou=services," + BASE,
          "objectClass: account",
          "objectClass: simpleSecurityObject",
          "uid: bot",
          "userPassword: x");

      assertThat(directory.findUser("bot"))
          .isEqualTo(user("bot", UserKind.MACHINE, UserState.ACTIVE, "bot"));
    }

    @Test
    void applicationProcess_isMachine() {
      server.add(
          "dn: cn=Backup,ou=services," + BASE,
          "objectClass: applicationProcess",
          "objectClass: uidObject",
          "cn: Backup",
          "uid: backup");

      assertThat(directory.findUser("backup"))
          .isEqualTo(user("backup", UserKind.MACHINE, UserState.ACTIVE, "backup"));
    }

    @Test
    void lockedByPolicy_isLocked() {
      server.add(
          "dn: uid=bot,ou=services," + BASE,
          "objectClass: account",
          "objectClass: simpleSecurityObject",
          "uid: bot",
          "pwdAccountLockedTime: 000001010000Z");

      assertThat(directory.findUser("bot").map(User::state)).contains(UserState.LOCKED);
    }

    @Test
    void entryWithoutName_isNoUserByItsUniqueId() {
      String uuid = "597ae2f6-16a6-1027-98f4-d28b5365dc14";
      server.add("dn: cn=router,ou=hosts," + BASE, "objectClass: device", "entryUUID: " + uuid);
      server.add("dn: uid=a,ou=people," + BASE, "objectClass: person", "uid: a");
      DirectoryContext context =
          DirectoryContext.of(
              server,
              Map.of("preset", "openldap", "base-dn", BASE, "users.id-attribute", "entryUUID"));
      open.add(context::close);

      try (UserDirectory byUuid = context.users()) {
        assertThat(byUuid.findUser(uuid)).isEmpty();
      }
    }
  }

  @Nested
  class Of389 {

    private UserDirectory directory;

    @BeforeEach
    void make() {
      directory = directory("389ds");
    }

    @Test
    void personAsDsidmMakesIt_isHuman() {
      server.add(
          "dn: uid=anna,ou=people," + BASE,
          "objectClass: nsPerson",
          "objectClass: nsAccount",
          "objectClass: nsOrgPerson",
          "objectClass: posixAccount",
          "uid: anna",
          "nsUniqueId: 66446001-1dd211b2-66225011-2ee211db");

      assertThat(directory.findUser("anna"))
          .isEqualTo(user("anna", UserKind.HUMAN, UserState.ACTIVE, "anna"));
    }

    @Test
    void accountLock_isInactive() {
      server.add(
          "dn: uid=bot,ou=services," + BASE,
          "objectClass: account",
          "objectClass: simpleSecurityObject",
          "uid: bot",
          "nsAccountLock: true");

      assertThat(directory.findUser("bot"))
          .isEqualTo(user("bot", UserKind.MACHINE, UserState.INACTIVE, "bot"));
    }

    @Test
    void accountUnlockTime_isLockedUntilThen() {
      server.add(
          "dn: uid=bot,ou=services," + BASE,
          "objectClass: account",
          "objectClass: simpleSecurityObject",
          "uid: bot",
          "passwordRetryCount: 3",
          "accountUnlockTime: 20260102030505Z");

      assertThat(directory.findUser("bot").map(User::state)).contains(UserState.LOCKED);
    }
  }

  @Nested
  class OfFreeIpa {

    private UserDirectory directory;

    @BeforeEach
    void make() {
      server.add("dn: cn=users,cn=accounts," + BASE, "objectClass: nsContainer", "cn: users");
      server.add("dn: cn=sysaccounts,cn=etc," + BASE, "objectClass: nsContainer");
      directory = directory("freeipa");
    }

    private void addPerson(String place, String... more) {
      List<String> ldif =
          new ArrayList<>(
              List.of(
                  "dn: uid=anna," + place + "," + BASE,
                  "objectClass: person",
                  "objectClass: posixAccount",
                  "objectClass: krbPrincipalAux",
                  "objectClass: ipaObject",
                  "uid: anna",
                  "krbPrincipalName: anna@EXAMPLE.COM"));
      ldif.addAll(List.of(more));
      server.add(ldif.toArray(String[]::new));
    }

    @Test
    void person_isHuman() {
      addPerson("cn=users,cn=accounts", "nsAccountLock: FALSE");

      assertThat(directory.findUser("anna"))
          .isEqualTo(user("anna", UserKind.HUMAN, UserState.ACTIVE, "anna"));
      assertThat(directory.check().problem()).isEmpty();
    }

    @Test
    void systemAccount_isMachine() {
      server.add(
          "dn: uid=bot,cn=sysaccounts,cn=etc," + BASE,
          "objectClass: account",
          "objectClass: simpleSecurityObject",
          "uid: bot",
          "userPassword: x");

      assertThat(directory.findUser("bot"))
          .isEqualTo(user("bot", UserKind.MACHINE, UserState.ACTIVE, "bot"));
    }

    @Test
    void compatibilityTree_isOverlooked() {
      addPerson("cn=users,cn=accounts");
      server.add(
          "dn: uid=anna,cn=users,cn=compat," + BASE, "objectClass: posixAccount", "uid: anna");

      assertThat(directory.findUser("anna").map(User::kind)).contains(UserKind.HUMAN);
    }

    @Test
    void preservedAndStagedUsers_areAbsent() {
      addPerson("cn=deleted users,cn=accounts,cn=provisioning", "nsAccountLock: TRUE");
      addPerson("cn=staged users,cn=accounts,cn=provisioning");

      assertThat(directory.findUser("anna")).isEmpty();
    }

    @Test
    void disabledOrExpired_isInactive() {
      addPerson("cn=users,cn=accounts", "nsAccountLock: TRUE");
      assertThat(directory.findUser("anna").map(User::state)).contains(UserState.INACTIVE);
    }

    @Test
    void expiredPrincipal_isInactive() {
      addPerson("cn=users,cn=accounts", "krbPrincipalExpiration: 20260102030405Z");
      assertThat(directory.findUser("anna").map(User::state)).contains(UserState.INACTIVE);
    }
  }

  /** The server in memory knows no schema: what {@code objectCategory} is short for, it is here. */
  @Nested
  class OfActiveDirectory {

    private static final String GUID = "195f3990-b51a-4a1b-9e96-86c66cb18d11";

    private UserDirectory directory;

    @BeforeEach
    void make() {
      directory = directory("active-directory");
    }

    private void add(String rdn, List<String> classes, String... more) throws Exception {
      Entry entry =
          new Entry(
              new DN(rdn + ",CN=Users," + BASE),
              new Attribute("objectClass", classes),
              new Attribute(
                  "objectGUID", HexFormat.of().parseHex("90395f191ab51b4a9e9686c66cb18d11")),
              new Attribute("sAMAccountName", "sam"));
      for (String attribute : more) {
        String[] words = attribute.split(": ", 2);
        entry.addAttribute(words[0], words[1]);
      }
      server.add(entry.toLDIF());
    }

    private void addUser(String... more) throws Exception {
      List<String> attributes = new ArrayList<>(List.of("objectCategory: person"));
      attributes.addAll(List.of(more));
      add(
          "CN=Anna A.",
          List.of("top", "person", "organizationalPerson", "user"),
          attributes.toArray(String[]::new));
    }

    private Optional<UserState> state() {
      return directory.findUser(GUID).map(User::state);
    }

    @Test
    void user_isHumanByItsGuid() throws Exception {
      addUser("userAccountControl: 66048", "accountExpires: 9223372036854775807");
      searches.take();

      assertThat(directory.findUser(GUID))
          .isEqualTo(user(GUID, UserKind.HUMAN, UserState.ACTIVE, "sam"));
      assertThat(searches.take())
          .extracting(request -> request.getFilter().toString())
          .first()
          .asString()
          .startsWith(
              "(&(objectGUID=\\90\\39\\5f\\19\\1a\\b5\\1b\\4a\\9e\\96\\86\\c6\\6c\\b1\\8d\\11)");
    }

    @Test
    void user_byNameOrByOctets_isAbsent() throws Exception {
      addUser("userAccountControl: 512");
      searches.take();

      for (String id :
          List.of("sam", "90395f19-1ab5-1b4a-9e96-86c66cb18d11", "\\90\\39\\5f", GUID + "0")) {
        assertThat(directory.findUser(id)).as(id).isEmpty();
      }
      assertThat(searches.take()).as("the octets as a GUID").hasSize(1);
    }

    @Test
    void managedServiceAccount_isMachine() throws Exception {
      add(
          "CN=gmsa",
          List.of(
              "top",
              "person",
              "organizationalPerson",
              "user",
              "computer",
              "msDS-GroupManagedServiceAccount"),
          "objectCategory: ms-DS-Group-Managed-Service-Account",
          "userAccountControl: 4096");

      assertThat(directory.findUser(GUID))
          .isEqualTo(user(GUID, UserKind.MACHINE, UserState.ACTIVE, "sam"));
    }

    @Test
    void computer_isNoUser() throws Exception {
      add(
          "CN=pc",
          List.of("top", "person", "organizationalPerson", "user", "computer"),
          "objectCategory: computer",
          "userAccountControl: 4096");

      assertThat(directory.findUser(GUID)).isEmpty();
    }

    @Test
    void disabled_isInactive() throws Exception {
      addUser("userAccountControl: 514");

      assertThat(state()).contains(UserState.INACTIVE);
    }

    @Test
    void expired_isInactive() throws Exception {
      addUser("userAccountControl: 512", "accountExpires: 132539328000000000");

      assertThat(state()).contains(UserState.INACTIVE);
    }

    @Test
    void lockedOut_isLocked() throws Exception {
      addUser("userAccountControl: 512", "lockoutTime: 134117900000000000");

      assertThat(state()).contains(UserState.LOCKED);
    }

    @Test
    void hiddenControl_couldNotTell() throws Exception {
      addUser();

      assertThatThrownBy(() -> directory.findUser(GUID))
          .isInstanceOf(ProviderUnavailableException.class);
      assertThat(searches.take()).extracting(ReadOnlySearchRequest::getSizeLimit).containsOnly(0);
    }
  }
}
