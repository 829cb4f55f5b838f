package io.latchkey.ldap.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ReadOnlySearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.ldap.DirectoryContext;
import io.latchkey.ldap.server.FreeFormServer;
import io.latchkey.ldap.server.SearchRecorder;
import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LdapUserDirectoryTest {

  private final SearchRecorder searches = new SearchRecorder();
  private final FreeFormServer server = FreeFormServer.start(searches);
  private final List<Runnable> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(Runnable::run);
    server.close();
  }

  private UserDirectory directory(String... keysAndValues) {
    Map<String, String> keys =
        new HashMap<>(Map.of("preset", "openldap", "base-dn", server.baseDn()));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    DirectoryContext context = DirectoryContext.of(server, keys);
    UserDirectory directory = context.users();
    open.add(directory::close);
    open.add(context::close);
    return directory;
  }

  private void addPerson(String dn, String uid, String... more) {
    List<String> ldif =
        new ArrayList<>(List.of("dn: " + dn + "," + server.baseDn(), "objectClass: person"));
    ldif.add("uid: " + uid);
    ldif.addAll(List.of(more));
    server.add(ldif.toArray(String[]::new));
  }

  @Test
  void findUser_ofEntry_isOneSearchForWhatIsNeeded() {
    addPerson("uid=anna,ou=people", "anna", "o: acme");
    UserDirectory directory =
        directory(
            "users.filter", "(objectClass=person)",
            "users.machine-filter", "(employeeType=bot)",
            "users.inactive-filter", "(loginShell=/sbin/nologin)",
            "organization.attribute", "o");
    searches.take();

    assertThat(directory.findUser("anna"))
        .contains(new User("anna", "acme", UserKind.HUMAN, UserState.ACTIVE, "anna"));

    List<ReadOnlySearchRequest> asked = searches.take();
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).getBaseDN()).isEqualTo("dc=example,dc=com");
    assertThat(asked.get(0).getScope()).isEqualTo(SearchScope.SUB);
    assertThat(asked.get(0).getFilter()).hasToString("(&(uid=anna)(objectClass=person))");
    assertThat(asked.get(0).getAttributeList())
        .containsExactly(
            "uid",
            "employeeType",
            "loginShell",
            "o",
            "pwdAccountLockedTime",
            "pwdEndTime",
            "pwdStartTime");
  }

  @Test
  void findUser_ofTextThatIsNoId_asksNobody() {
    UserDirectory directory = directory();
    UserDirectory byGuid = directory("users.id-attribute", "objectGUID");

    assertThat(directory.findUser("")).isEmpty();
    assertThat(directory.findUser("x".repeat(201))).isEmpty();
    assertThat(directory.findUser("a\u0000")).isEmpty();
    assertThat(byGuid.findUser("195F3990-B51A-4A1B-9E96-86C66CB18D11")).isEmpty();
    assertThat(searches.take()).isEmpty();
  }

  @Test
  void findUser_ofIdThatDiffersInCase_isAbsent() {
    addPerson("uid=anna,ou=people", "anna");

    assertThat(directory().findUser("Anna")).isEmpty();
    assertThat(directory().findUser("anna ")).isEmpty();
  }

  @Test
  void findUser_ofEntryBesideTheBase_isAbsent() {
    addPerson("uid=anna,ou=people", "anna");
    addPerson("uid=berta,ou=former", "berta");
    UserDirectory directory = directory("users.base-dn", "ou=people," + server.baseDn());

    assertThat(directory.findUser("anna")).isPresent();
    assertThat(directory.findUser("berta")).isEmpty();
  }

  @Test
  void findUser_ofEntryDeeperThanTheScope_isAbsent() {
    addPerson("uid=anna,ou=people", "anna");
    addPerson("uid=berta,ou=former,ou=people", "berta");
    UserDirectory directory =
        directory("users.base-dn", "ou=people," + server.baseDn(), "users.scope", "one");

    assertThat(directory.findUser("anna")).isPresent();
    assertThat(directory.findUser("berta")).isEmpty();
  }

  @Test
  void findUser_ofEntryThatTheFilterDoesNotMatch_isAbsent() {
    addPerson("uid=anna,ou=people", "anna");

    assertThat(directory("users.filter", "(objectClass=robot)").findUser("anna")).isEmpty();
  }

  @Test
  void findUser_ofTwoEntriesWithThatId_couldNotTell() {
    addPerson("uid=anna,ou=people", "anna");
    addPerson("uid=anna,ou=more", "anna");
    UserDirectory directory = directory();

    assertThatThrownBy(() -> directory.findUser("anna"))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageStartingWith("two entries have the same user id: ")
        .hasMessageContaining("uid=anna,ou=people,dc=example,dc=com")
        .hasMessageContaining("uid=anna,ou=more,dc=example,dc=com");
  }

  @Test
  void findUser_ofTwoEntriesThatDifferInCase_isTheOneAskedFor() {
    addPerson("uid=anna,ou=people", "anna", "cn: 1");
    addPerson("uid=anna,ou=more", "ANNA", "cn: 2");
    UserDirectory directory = directory("users.login-attribute", "cn");

    assertThat(directory.findUser("anna").map(User::loginName)).contains("1");
    assertThat(directory.findUser("ANNA").map(User::loginName)).contains("2");
    assertThat(directory.findUser("Anna")).isEmpty();
  }

  @Test
  void findUser_withMachineBaseBeside_findsInBothAndNotBetween() {
    addPerson("uid=anna,ou=people", "anna");
    addPerson("uid=bot,ou=bots,ou=services", "bot");
    addPerson("uid=ghost,ou=former", "ghost");
    UserDirectory directory =
        directory(
            "users.base-dn", "ou=people," + server.baseDn(),
            "users.machine-base-dn", "ou=bots,ou=services," + server.baseDn());

    assertThat(directory.findUser("anna").map(User::kind)).contains(UserKind.HUMAN);
    assertThat(directory.findUser("bot").map(User::kind)).contains(UserKind.MACHINE);
    assertThat(directory.findUser("ghost")).isEmpty();
  }

  @Test
  void findUser_withMachineBaseBelow_isOneSearchOfUsers() {
    addPerson("uid=anna,ou=people", "anna");
    addPerson("uid=bot,ou=bots,ou=people", "bot");
    UserDirectory directory =
        directory(
            "users.base-dn", "ou=people," + server.baseDn(),
            "users.machine-base-dn", "OU=Bots, ou=people," + server.baseDn());

    assertThat(directory.findUser("anna").map(User::kind)).contains(UserKind.HUMAN);
    assertThat(directory.findUser("bot").map(User::kind)).contains(UserKind.MACHINE);
    assertThat(searches.take())
        .extracting(ReadOnlySearchRequest::getBaseDN)
        .containsExactly("ou=people,dc=example,dc=com", "ou=people,dc=example,dc=com");
  }

  @Test
  void findUser_byMachineFilterOrBase_isMachineByEither() {
    addPerson("uid=a,ou=bots,ou=people", "a");
    addPerson("uid=b,ou=people", "b", "employeeType: Bot");
    addPerson("uid=c,ou=people", "c");
    UserDirectory directory =
        directory(
            "users.machine-filter",
            "(employeeType=bot)",
            "users.machine-base-dn",
            "ou=bots,ou=people," + server.baseDn());

    assertThat(directory.findUser("a").map(User::kind)).contains(UserKind.MACHINE);
    assertThat(directory.findUser("b").map(User::kind)).contains(UserKind.MACHINE);
    assertThat(directory.findUser("c").map(User::kind)).contains(UserKind.HUMAN);
  }

  @Test
  void findUser_byFiltersOfState_isInactiveFirst() {
    addPerson("uid=a,ou=people", "a", "loginShell: /sbin/nologin", "title: locked");
    addPerson("uid=b,ou=people", "b", "title: locked");
    addPerson("uid=c,ou=people", "c");
    UserDirectory directory =
        directory(
            "users.inactive-filter", "(loginShell=/sbin/nologin)",
            "users.locked-filter", "(title=locked)");

    assertThat(directory.findUser("a").map(User::state)).contains(UserState.INACTIVE);
    assertThat(directory.findUser("b").map(User::state)).contains(UserState.LOCKED);
    assertThat(directory.findUser("c").map(User::state)).contains(UserState.ACTIVE);
  }

  @Test
  void findUser_ofLoginNameThatCannotBeOne_isNamedByItsId() {
    addPerson("uid=a,ou=people", "a");
    addPerson("uid=b,ou=people", "b", "cn: " + "x".repeat(201));
    addPerson("uid=c,ou=people", "c", "cn: First", "cn: Second");
    UserDirectory directory = directory("users.login-attribute", "cn");

    assertThat(directory.findUser("a").map(User::loginName)).contains("a");
    assertThat(directory.findUser("b").map(User::loginName)).contains("b");
    assertThat(directory.findUser("c").map(User::loginName)).contains("First");
  }

  @Test
  void findUser_withoutTheBase_couldNotTell() {
    UserDirectory directory = directory("users.base-dn", "ou=gone," + server.baseDn());

    assertThatThrownBy(() -> directory.findUser("anna"))
        .isInstanceOf(ProviderUnavailableException.class)
        .hasMessageStartingWith("the directory server has refused searching: ");
  }

  @Test
  void check_withoutTheBase_namesItsKey() {
    assertThat(directory("users.base-dn", "ou=gone," + server.baseDn()).check().problem())
        .contains(
            "the directory has no entry ou=gone,dc=example,dc=com, or does not show it to us:"
                + " ldap.users.base-dn");
  }

  @Test
  void check_withoutTheBaseOfMachines_namesItsKey() {
    addPerson("uid=anna,ou=people", "anna");

    assertThat(directory("users.machine-base-dn", "ou=bots," + server.baseDn()).check().problem())
        .contains(
            "the directory has no entry ou=bots,dc=example,dc=com, or does not show it to us:"
                + " ldap.users.machine-base-dn");
  }

  @Test
  void check_ofEmptyDirectory_isOk() {
    assertThat(directory().check().problem()).isEmpty();
  }

  @Test
  void check_ofUsersWithoutTheIdAttribute_namesItsKey() {
    addPerson("uid=anna,ou=people", "anna");

    assertThat(directory("users.id-attribute", "entryUUID").check().problem())
        .contains(
            "no user in the directory has the attribute entryUUID, or it is not shown to us:"
                + " ldap.users.id-attribute");
  }

  @Test
  void check_ofUsersWhoseStateWeMayNotSee_saysSo() {
    addPerson("uid=anna,ou=people", "anna");

    assertThat(directory("users.account-state", "user-account-control").check().problem())
        .contains(
            "the attribute userAccountControl of uid=anna,ou=people,dc=example,dc=com does not"
                + " tell whether the account may be used");
  }

  @Test
  void check_ofOneOddUserAmongOthers_isOk() {
    addPerson("uid=anna,ou=people", "anna", "pwdEndTime: soon");
    addPerson("uid=berta,ou=people", "berta");

    assertThat(directory().check().problem()).isEmpty();
  }

  @Test
  void check_withoutServer_isProblem() {
    UserDirectory directory = directory();
    server.close();

    assertThat(directory.check().problem().orElseThrow())
        .startsWith("no directory server could be asked: ldap://127.0.0.1:");
  }
}
