package io.latchkey.tck;

import static io.latchkey.tck.CallAssertions.assertCouldNotTell;
import static io.latchkey.tck.DirectorySamples.machine;
import static io.latchkey.tck.ProviderAssertions.assertRefusesNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** How a {@link ManagedDirectory} gets its first user, and what holds for all its methods. */
public abstract class FirstUserContract extends ManagedDirectoryTopic {

  private static final Set<String> ROLES = Set.of("IAM_OWNER");
  private static final int CALLS = 8;

  /** For the {@link UserDirectoryContract}. */
  FirstUserContract() {}

  @Rule("UD-65")
  @Test
  public final void managed_isThereIfItIsNamed() {
    assertThat(directory.managed().isPresent())
        .as("managed() is present, of a directory that names %s", backend().features())
        .isEqualTo(backend().features().contains(UserDirectoryBackend.Feature.MANAGED));
  }

  @Rule("UD-66")
  @Test
  public final void isEmpty_beforeTheFirstUse_isTrue() throws InvalidImportException {
    withManaged(managed -> assertThat(managed.isEmpty()).as("isEmpty()").isTrue());
  }

  @Rule("UD-67")
  @Test
  public final void isEmpty_withAUser_isFalse() throws InvalidImportException {
    withManaged(
        managed -> {
          managed.addFirstUser(ROOT_ORGANIZATION, ROOT, ROLES);

          assertThat(managed.isEmpty()).as("isEmpty()").isFalse();
        });
  }

  @Rule("UD-68")
  @Test
  public final void addFirstUser_ofEmptyDirectory_addsUserAndOrganization()
      throws InvalidImportException {
    withManaged(
        managed -> {
          assertThat(managed.addFirstUser(ROOT_ORGANIZATION, ROOT, ROLES))
              .as("answer of addFirstUser")
              .isTrue();
          assertHas(ROOT);
        });
  }

  @Rule("UD-69")
  @Test
  public final void addFirstUser_ofDirectoryThatIsNotEmpty_changesNothing()
      throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);

          assertThat(managed.addFirstUser(ROOT_ORGANIZATION, ROOT, ROLES))
              .as("answer of addFirstUser")
              .isFalse();
          assertHasNot(ROOT);
          assertThat(directory.organizationExists("tck-root-org"))
              .as("organizationExists(\"tck-root-org\")")
              .isFalse();
        });
  }

  @Rule("UD-70")
  @Test
  public final void addFirstUser_onSeveralNodesAtOnce_addsOne() throws InvalidImportException {
    withManaged(
        managed -> {
          List<ManagedDirectory> nodes =
              List.of(managed, anotherDirectory().managed().orElseThrow());
          List<User> users = new ArrayList<>();
          List<Callable<Boolean>> calls = new ArrayList<>();
          for (int i = 0; i < CALLS; i++) {
            User user = machine("tck-first-" + i, "tck-root-org", "first");
            ManagedDirectory node = nodes.get(i % nodes.size());
            users.add(user);
            calls.add(() -> node.addFirstUser(ROOT_ORGANIZATION, user, ROLES));
          }

          List<Boolean> answers = Together.call(calls);

          assertThat(answers).as("answers of addFirstUser").containsOnlyOnce(true);
          for (int i = 0; i < CALLS; i++) {
            if (answers.get(i)) {
              assertHas(users.get(i));
            } else {
              assertHasNot(users.get(i));
            }
          }
        });
  }

  @Rule("UD-71")
  @Test
  public final void addFirstUser_ofAnotherOrganization_isRefused() throws InvalidImportException {
    withManaged(
        managed -> {
          Organization other = new Organization("tck-org-1", "First organization");

          ProviderAssertions.assertRefusesValue(
              "user", () -> managed.addFirstUser(other, ROOT, ROLES));
          assertThat(directory.organizationExists("tck-org-1"))
              .as("organizationExists(\"tck-org-1\")")
              .isFalse();
          assertHasNot(ROOT);
        });
  }

  @Rule("UD-72")
  @Test
  public final void managed_whileTheBackendIsAway_couldNotTell() throws InvalidImportException {
    withManaged(
        managed -> {
          managed.removedUsers();
          backend().interrupt();

          assertCouldNotTell("isEmpty", managed::isEmpty);
          assertCouldNotTell("removedUsers", managed::removedUsers);
          CallAssertions.assertUnavailable(
              "addFirstUser", () -> managed.addFirstUser(ROOT_ORGANIZATION, ROOT, ROLES));
          CallAssertions.assertUnavailable("importFrom", () -> imported(managed, IMPORTED));
          CallAssertions.assertUnavailable("forget", () -> managed.forget(ROOT));
          backend().restore();
        });
  }

  @Rule("UD-73")
  @Test
  public final void managed_afterClose_isRefused() throws InvalidImportException {
    withManaged(
        managed -> {
          close(directory);

          CallAssertions.assertRefusesClosed("isEmpty", managed::isEmpty);
          CallAssertions.assertRefusesClosed("removedUsers", managed::removedUsers);
          CallAssertions.assertRefusesClosed(
              "addFirstUser", () -> managed.addFirstUser(ROOT_ORGANIZATION, ROOT, ROLES));
          CallAssertions.assertRefusesClosed("importFrom", () -> imported(managed, IMPORTED));
          CallAssertions.assertRefusesClosed("forget", () -> managed.forget(ROOT));
        });
  }

  @Rule("UD-74")
  @Test
  @SuppressWarnings("NullAway") // a caller that is not checked by NullAway can do this
  public final void managed_ofNull_isRefusedByName() throws InvalidImportException {
    withManaged(
        managed -> {
          assertRefusesNull("organization", () -> managed.addFirstUser(null, ROOT, ROLES));
          assertRefusesNull("user", () -> managed.addFirstUser(ROOT_ORGANIZATION, null, ROLES));
          assertRefusesNull("roles", () -> managed.addFirstUser(ROOT_ORGANIZATION, ROOT, null));
          assertRefusesNull("file", () -> managed.importFrom(null));
          assertRefusesNull("user", () -> managed.forget(null));
        });
  }
}
