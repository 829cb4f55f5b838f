package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.machine;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.DirectoryFixture.Membership;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the topics of {@link ManagedDirectory} have in common: a directory that is empty at first.
 * Of a directory that offers no such thing they ask nothing; that it then has none is checked by
 * {@link FirstUserContract}.
 */
public abstract class ManagedDirectoryTopic extends UserDirectoryTopic {

  static final Organization ROOT_ORGANIZATION = new Organization("tck-root-org", "Root");
  static final User ROOT = machine("tck-root", "tck-root-org", "root");

  /** Three users whose order by organization and id is not the one by id. */
  static final DirectoryFixture IMPORTED =
      new DirectoryFixture(
          List.of(
              new Organization("tck-org-1", "First organization"),
              new Organization("tck-org-2", "Second organization")),
          List.of(
              machine("tck-a", "tck-org-2", "a-login"),
              machine("tck-b", "tck-org-1", "b-login"),
              machine("tck-c", "tck-org-1", "c-login")),
          List.of(
              new Membership("tck-b", Optional.of("tck-org-1"), Set.of("ORG_OWNER")),
              new Membership("tck-c", Optional.empty(), Set.of("IAM_OWNER_VIEWER"))));

  private Path folder;

  /** For the topics of this package. */
  ManagedDirectoryTopic() {}

  /** Keeps a place for files. */
  @BeforeEach
  public final void makeFolder(@TempDir Path made) {
    folder = made;
  }

  /** Nothing: the directory is filled by the tests. */
  @Override
  final Optional<DirectoryFixture> fixture() {
    return Optional.empty();
  }

  /** What is done with the feature, if it is there. */
  interface Work {
    void on(ManagedDirectory managed) throws InvalidImportException;
  }

  final void withManaged(Work work) throws InvalidImportException {
    Optional<ManagedDirectory> managed = directory.managed();
    if (managed.isPresent()) {
      work.on(managed.get());
    }
  }

  final Path folder() {
    return folder;
  }

  final Path file(DirectoryFixture fixture) {
    return backend().importFile(fixture, folder);
  }

  final ImportReport imported(ManagedDirectory managed, DirectoryFixture fixture)
      throws InvalidImportException {
    return managed.importFrom(file(fixture));
  }

  final void assertHas(User user) {
    assertThat(found(directory, user.userId()))
        .as("findUser(\"%s\")", user.userId())
        .contains(user);
    assertThat(directory.organizationExists(user.organizationId()))
        .as("organizationExists(\"%s\")", user.organizationId())
        .isTrue();
  }

  final void assertHasNot(User user) {
    assertThat(found(directory, user.userId())).as("findUser(\"%s\")", user.userId()).isEmpty();
  }

  /** The user, unless it is remembered as deleted. */
  private static Optional<User> found(UserDirectory directory, String userId) {
    return directory.findUser(userId).filter(user -> user.state() != UserState.DELETED);
  }
}
