package io.latchkey.hibernate.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.hibernate.H2Context;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.spi.directory.UserState;
import io.latchkey.spi.permission.Caller;
import io.latchkey.spi.permission.PermissionChecker;
import io.latchkey.spi.permission.PermissionDecision;
import io.latchkey.spi.permission.PermissionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HibernateManagedDirectoryTest {

  private static final Organization ROOT_ORGANIZATION = new Organization("root-org", "Root");
  private static final User ROOT =
      new User("root", "root-org", UserKind.MACHINE, UserState.ACTIVE, "root@localhost");
  private static final String TWO_USERS =
      "{'organizations':[{'id':'acme'}],'users':["
          + "{'id':'ci','organization':'acme','kind':'machine'},"
          + "{'id':'ada','organization':'acme','kind':'human'}],"
          + "'memberships':[{'user':'ci','organization':'acme','roles':['ORG_OWNER']},"
          + "{'user':'root','organization':'acme','roles':['ORG_OWNER_VIEWER']}]}";

  private static final String A =
      "{'id':'a','organization':'org-2','kind':'human','loginName':'A@acme.example'}";
  private static final String TWO_ORGANIZATIONS =
      "{'organizations':[{'id':'org-1'},{'id':'org-2'}],'users':["
          + A
          + ",{'id':'c','organization':'org-1','kind':'machine','state':'locked'},"
          + "{'id':'b','organization':'org-1','kind':'machine'}],"
          + "'memberships':[{'user':'b','organization':'org-1','roles':['ORG_OWNER']}]}";

  @TempDir private Path folder;
  private H2Context context;
  private UserDirectory directory;
  private ManagedDirectory managed;
  private PermissionChecker permissions;

  @BeforeEach
  void open() {
    context = new H2Context(folder, "role.AUDITOR", "user.read, audit.read");
    directory = context.users();
    permissions = context.permissions();
    managed = directory.managed().orElseThrow();
  }

  @AfterEach
  void close() {
    directory.close();
    permissions.close();
    context.close();
  }

  @Test
  void addFirstUser_ofEmptyDirectory_addsAllOnce() {
    assertThat(managed.isEmpty()).isTrue();

    assertThat(managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"))).isTrue();

    assertThat(managed.isEmpty()).isFalse();
    assertThat(directory.findUser("root")).contains(ROOT);
    assertThat(directory.organizationExists("root-org")).isTrue();
    assertThat(check("root", "user.write", "anywhere")).isEqualTo(PermissionDecision.PERMIT);
  }

  @Test
  void addFirstUser_ofDirectoryThatIsNotEmpty_changesNothing() throws Exception {
    importFrom("{'organizations':[{'id':'acme'}]}");

    assertThat(managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"))).isFalse();

    assertThat(directory.findUser("root")).isEmpty();
    assertThat(directory.organizationExists("root-org")).isFalse();
    assertThat(check("root", "user.write", "acme")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
  }

  @Test
  void addFirstUser_byManyThreads_succeedsOnce() throws Exception {
    assertThat(addFirstUserAtOnce(managed, managed, managed, managed)).isEqualTo(1);
  }

  @Test
  void addFirstUser_byTwoNodes_succeedsOnce() throws Exception {
    String url = "jdbc:h2:mem:two-nodes;LOCK_TIMEOUT=10000";
    try (H2Context one = new H2Context(folder, "url", url);
        H2Context two = new H2Context(folder, "url", url);
        UserDirectory first = one.users();
        UserDirectory second = two.users()) {
      assertThat(first.managed().orElseThrow().isEmpty()).isTrue();
      assertThat(second.managed().orElseThrow().isEmpty()).isTrue();

      assertThat(addFirstUserAtOnce(first.managed().get(), second.managed().get())).isEqualTo(1);

      assertThat(first.findUser("root")).isEqualTo(second.findUser("root")).contains(ROOT);
    }
  }

  private static int addFirstUserAtOnce(ManagedDirectory... directories) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(directories.length);
    try {
      List<Callable<Boolean>> adds = new ArrayList<>();
      for (ManagedDirectory one : directories) {
        adds.add(() -> one.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER")));
      }
      int added = 0;
      for (Future<Boolean> add : threads.invokeAll(adds)) {
        added += add.get() ? 1 : 0;
      }
      return added;
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void addFirstUser_ofOtherOrganization_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> managed.addFirstUser(new Organization("x", "x"), ROOT, Set.of()))
        .withMessageContaining("user");
    assertThat(managed.isEmpty()).isTrue();
  }

  @Test
  void importFrom_aFileTwice_isAsOnce() throws Exception {
    managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"));

    ImportReport first = importFrom(TWO_USERS);
    ImportReport second = importFrom(TWO_USERS);

    assertThat(first).isEqualTo(new ImportReport(1, 2, 2, 0));
    assertThat(second).isEqualTo(first);
    assertThat(check("ci", "user.write", "acme")).isEqualTo(PermissionDecision.PERMIT);
    assertThat(check("ci", "user.write", "root-org")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
  }

  @Test
  void importFrom_aFileThatNamesLess_removesWhatImportsHaveBrought() throws Exception {
    managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"));
    importFrom(TWO_USERS);

    ImportReport report =
        importFrom(
            "{'organizations':[{'id':'acme','name':'Acme'}],"
                + "'users':[{'id':'ada','organization':'acme','kind':'human','state':'locked'}]}");

    assertThat(report.removed()).isEqualTo(1);
    assertThat(directory.findUser("ci")).isEmpty();
    assertThat(directory.findUser("ada").orElseThrow().state()).isEqualTo(UserState.LOCKED);
    assertThat(directory.findUser("root")).contains(ROOT);
    assertThat(check("ci", "user.read", "acme")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
    assertThat(check("root", "user.write", "acme")).isEqualTo(PermissionDecision.PERMIT);
  }

  @Test
  void importFrom_anEmptyObject_leavesTheFirstUserAlone() throws Exception {
    managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"));
    importFrom(TWO_USERS);

    assertThat(importFrom("{}").removed()).isEqualTo(2);
    assertThat(directory.organizationExists("acme")).isFalse();
    assertThat(directory.findUser("root")).contains(ROOT);
  }

  @Test
  void importFrom_aFileThatNamesTheFirstUser_updatesIt() throws Exception {
    managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"));

    importFrom("{'users':[{'id':'root','organization':'root-org','kind':'human'}]}");
    importFrom("{}");

    assertThat(directory.findUser("root").orElseThrow().kind()).isEqualTo(UserKind.HUMAN);
  }

  @Test
  void importFrom_aFileWithAMistake_changesNothing() throws Exception {
    managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"));
    importFrom(TWO_USERS);

    assertThatThrownBy(() -> importFrom("{'memberships':[{'user':'ci','roles':['IAM_OWNER']}]}"))
        .isInstanceOf(InvalidImportException.class)
        .hasMessage(
            "users.json:1:25: the membership names the user \"ci\", which is not in this file nor"
                + " in the directory");
    assertThat(directory.findUser("ci")).isPresent();
  }

  @Test
  void importFrom_aFileThatTakesTheOrganizationOfAUserThatStays_isRefused() throws Exception {
    managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"));
    importFrom(
        "{'organizations':[{'id':'acme'}],"
            + "'users':[{'id':'root','organization':'acme','kind':'human'}]}");

    assertThatThrownBy(() -> importFrom("{}"))
        .hasMessage(
            "users.json: the organization \"acme\" is not in the file any more, but the user"
                + " \"root\" stays in it");
  }

  @Test
  void importFrom_aFileWithAConfiguredRole_grantsItsPermissions() throws Exception {
    importFrom(
        "{'organizations':[{'id':'acme'}],"
            + "'users':[{'id':'u','organization':'acme','kind':'machine'}],"
            + "'memberships':[{'user':'u','organization':'acme','roles':['AUDITOR']}]}");

    assertThat(check("u", "audit.read", "acme")).isEqualTo(PermissionDecision.PERMIT);
    assertThat(check("u", "user.write", "acme")).isEqualTo(PermissionDecision.PERMISSION_MISSING);
  }

  @Test
  void removedUsers_afterAnImportThatNamesLess_areListedUntilForgotten() throws Exception {
    importFrom(TWO_ORGANIZATIONS);
    assertThat(managed.removedUsers()).isEmpty();

    assertThat(importFrom("{}").removed()).isEqualTo(3);
    assertThat(importFrom("{}").removed()).isZero();

    assertThat(managed.removedUsers())
        .containsExactly(
            new User("b", "org-1", UserKind.MACHINE, UserState.DELETED, "b"),
            new User("c", "org-1", UserKind.MACHINE, UserState.DELETED, "c"),
            new User("a", "org-2", UserKind.HUMAN, UserState.DELETED, "A@acme.example"));

    managed.forget(managed.removedUsers().get(1));

    assertThat(managed.removedUsers()).extracting(User::userId).containsExactly("b", "a");
  }

  @Test
  void removedUsers_afterARestart_areListedStill() throws Exception {
    importFrom(TWO_ORGANIZATIONS);
    importFrom("{}");
    List<User> before = managed.removedUsers();

    close();
    open();

    assertThat(managed.removedUsers()).hasSize(3).isEqualTo(before);
    before.forEach(managed::forget);
    close();
    open();
    assertThat(managed.removedUsers()).isEmpty();
  }

  @Test
  void removedUsers_areNeitherFoundNorListedNorGrantedAnything() throws Exception {
    importFrom(TWO_ORGANIZATIONS);
    assertThat(check("b", "user.write", "org-1")).isEqualTo(PermissionDecision.PERMIT);

    importFrom("{'organizations':[{'id':'org-1'}]}");

    assertThat(directory.findUser("b")).isEmpty();
    assertThat(search()).isEmpty();
    assertThat(check("b", "user.write", "org-1")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
  }

  @Test
  void removedUsers_thatAnImportNamesAgain_areNormalUsersWithoutTheirOldGrants() throws Exception {
    importFrom(TWO_ORGANIZATIONS);
    importFrom("{}");

    importFrom(
        "{'organizations':[{'id':'org-2'}],"
            + "'users':[{'id':'b','organization':'org-2','kind':'machine'}]}");

    assertThat(managed.removedUsers()).extracting(User::userId).containsExactly("c", "a");
    assertThat(search())
        .containsExactly(new User("b", "org-2", UserKind.MACHINE, UserState.ACTIVE, "b"));
    assertThat(check("b", "user.write", "org-1")).isEqualTo(PermissionDecision.NO_MEMBERSHIP);
    assertThat(importFrom("{}").removed()).isEqualTo(1);
    assertThat(managed.removedUsers())
        .extracting(User::organizationId)
        .containsExactly("org-1", "org-2", "org-2");
  }

  @Test
  void removedUsers_afterAnImportWithAMistake_areAsBefore() throws Exception {
    importFrom(TWO_ORGANIZATIONS);

    assertThatThrownBy(() -> importFrom("{'memberships':[{'user':'b','roles':['IAM_OWNER']}]}"))
        .isInstanceOf(InvalidImportException.class);

    assertThat(managed.removedUsers()).isEmpty();
  }

  @Test
  void forget_ofAUserThatIsNotListed_hasNoEffect() throws Exception {
    importFrom(TWO_ORGANIZATIONS);
    importFrom("{'organizations':[{'id':'org-2'}],'users':[" + A + "]}");
    List<User> removed = managed.removedUsers();

    managed.forget(directory.findUser("a").orElseThrow());
    managed.forget(new User("b", "org-2", UserKind.MACHINE, UserState.DELETED, "b"));
    managed.forget(ROOT);

    assertThat(managed.removedUsers()).hasSize(2).isEqualTo(removed);
    assertThat(directory.findUser("a")).isPresent();
  }

  @Test
  void isEmpty_withRemovedUsersAlone_isTrueBeforeAndAfterTheyAreForgotten() throws Exception {
    importFrom(TWO_ORGANIZATIONS);
    importFrom("{}");

    assertThat(managed.isEmpty()).isTrue();
    managed.removedUsers().forEach(managed::forget);
    assertThat(managed.isEmpty()).isTrue();
  }

  @Test
  void addFirstUser_withTheIdOfARemovedUser_takesItOffTheList() throws Exception {
    importFrom(TWO_ORGANIZATIONS);
    importFrom("{}");
    User b = new User("b", "root-org", UserKind.MACHINE, UserState.ACTIVE, "b");

    assertThat(managed.addFirstUser(ROOT_ORGANIZATION, b, Set.of())).isTrue();

    assertThat(managed.removedUsers()).extracting(User::userId).containsExactly("c", "a");
    assertThat(directory.findUser("b")).contains(b);
  }

  private List<User> search() {
    return directory
        .search()
        .orElseThrow()
        .search(
            new UserSearch.Query(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100));
  }

  private PermissionDecision check(String user, String permission, String organization) {
    return permissions.check(
        new PermissionRequest(
            new Caller(user, "acme"), permission, organization, Optional.empty()));
  }

  private ImportReport importFrom(String json) throws IOException, InvalidImportException {
    return managed.importFrom(
        Files.writeString(folder.resolve("users.json"), json.replace('\'', '"')));
  }
}
