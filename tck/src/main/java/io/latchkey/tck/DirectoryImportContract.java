package io.latchkey.tck;

import static io.latchkey.tck.DirectorySamples.machine;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a {@link ManagedDirectory} comes to agree with a file. */
public abstract class DirectoryImportContract extends ManagedDirectoryTopic {

  /** In an organization that is nowhere. */
  private static final User HOMELESS = machine("tck-homeless", "tck-nowhere", "homeless");

  /** Takes two users away, and adds one that cannot be. */
  private static final DirectoryFixture WRONG =
      IMPORTED.without("tck-b").without("tck-c").with(HOMELESS);

  /** For the {@link UserDirectoryContract}. */
  DirectoryImportContract() {}

  @Rule("UD-75")
  @Test
  public final void importFrom_ofAFile_bringsWhatItNames() throws InvalidImportException {
    withManaged(
        managed -> {
          assertThat(imported(managed, IMPORTED))
              .as("report of the import")
              .isEqualTo(new ImportReport(2, 3, 2, 0));
          IMPORTED.users().forEach(this::assertHas);
          assertThat(managed.isEmpty()).as("isEmpty()").isFalse();
        });
  }

  @Rule("UD-76")
  @Test
  public final void importFrom_ofTheSameFileAgain_isAsOnce() throws InvalidImportException {
    withManaged(
        managed -> {
          ImportReport first = imported(managed, IMPORTED);

          assertThat(imported(managed, IMPORTED))
              .as("report of the second import")
              .isEqualTo(first);
          IMPORTED.users().forEach(this::assertHas);
        });
  }

  @Rule("UD-77")
  @Test
  public final void importFrom_ofAFileThatNamesAnother_changesIt() throws InvalidImportException {
    withManaged(
        managed -> {
          User moved = machine("tck-b", "tck-org-2", "b-renamed");
          UserDirectory other = anotherDirectory();
          imported(managed, IMPORTED);

          imported(managed, IMPORTED.with(moved));

          assertHas(moved);
          assertThat(other.findUser("tck-b")).as("the user on another node").contains(moved);
        });
  }

  @Rule("UD-78")
  @Test
  public final void importFrom_ofAFileThatNamesLess_removesTheRest() throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);

          ImportReport report =
              imported(
                  managed,
                  new DirectoryFixture(
                      IMPORTED.organizations().subList(1, 2),
                      IMPORTED.users().subList(0, 1),
                      List.of()));

          assertThat(report).as("report of the import").isEqualTo(new ImportReport(1, 1, 0, 2));
          assertHas(IMPORTED.users().get(0));
          assertHasNot(IMPORTED.users().get(1));
          assertHasNot(IMPORTED.users().get(2));
          assertThat(directory.organizationExists("tck-org-1"))
              .as("organizationExists(\"tck-org-1\")")
              .isFalse();
        });
  }

  @Rule("UD-79")
  @Test
  public final void importFrom_ofAFile_leavesWhatNoImportHasBrought()
      throws InvalidImportException {
    withManaged(
        managed -> {
          managed.addFirstUser(ROOT_ORGANIZATION, ROOT, Set.of("IAM_OWNER"));

          imported(managed, IMPORTED);
          imported(managed, new DirectoryFixture(List.of(), List.of(), List.of()));

          assertHas(ROOT);
        });
  }

  @Rule("UD-80")
  @Test
  public final void importFrom_ofAWrongFile_changesNothing() throws InvalidImportException {
    withManaged(
        managed -> {
          imported(managed, IMPORTED);

          refused(managed, file(WRONG));

          IMPORTED.users().forEach(this::assertHas);
          assertHasNot(HOMELESS);
          assertThat(managed.removedUsers()).as("removedUsers()").isEmpty();
        });
  }

  @Rule("UD-81")
  @Test
  public final void importFrom_ofAWrongFile_saysWhereItIsWrong() throws InvalidImportException {
    withManaged(
        managed -> {
          Path file = file(WRONG);

          String message = String.valueOf(refused(managed, file).getMessage());

          assertThat(message)
              .as("message about a user of an organization that is nowhere")
              .contains(file.getFileName().toString());
          assertThat(message)
              .as("message about a user of an organization that is nowhere, with its line")
              .containsPattern("(?<![0-9])" + lineOf(file) + "(?![0-9])");
        });
  }

  private static int lineOf(Path file) {
    try {
      List<String> lines = Files.readAllLines(file, UTF_8);
      Pattern wrong = Pattern.compile(Pattern.quote(HOMELESS.userId()));
      for (int i = 0; i < lines.size(); i++) {
        if (wrong.matcher(lines.get(i)).find()) {
          return i + 1;
        }
      }
      throw new AssertionError(
          "importFile must write an id of plain letters as it is: \"" + HOMELESS.userId() + '"');
    } catch (IOException e) {
      throw new AssertionError("the file of importFile cannot be read", e);
    }
  }

  @Rule("UD-82")
  @Test
  public final void importFrom_ofAFileThatIsNotThere_isRefused() throws InvalidImportException {
    withManaged(
        managed ->
            assertThat(refused(managed, folder().resolve("missing.txt")))
                .hasMessageContaining("missing.txt"));
  }

  private static Throwable refused(ManagedDirectory managed, Path file) {
    Throwable thrown = catchThrowable(() -> managed.importFrom(file));
    assertThat(thrown).as("what importFrom throws").isInstanceOf(InvalidImportException.class);
    return thrown;
  }
}
