package io.latchkey.tck.mutant;

import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Managed directories that import wrongly. */
final class DirectoryImportMutants {

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          imports("UD-75", "counts one membership too few", () -> DirectoryImportMutants::fewer),
          imports("UD-76", "reports a second import as empty", DirectoryImportMutants::onceOnly),
          told(
              "UD-77",
              "leaves users as they came first",
              (node, id, right) -> right.map(user -> node.brought.getOrDefault(id, user))),
          told(
              "UD-78",
              "removes nobody",
              (node, id, right) -> right.or(() -> Optional.ofNullable(node.brought.get(id)))),
          told(
              "UD-79",
              "removes the first user by an import",
              (node, id, right) ->
                  right.filter(user -> node.brought.isEmpty() || !id.equals("tck-root"))),
          told(
              "UD-80",
              "removes first, and reads on then",
              (node, id, right) -> right.filter(user -> !node.refused || !id.equals("tck-c"))),
          imports("UD-81", "does not say where", () -> DirectoryImportMutants::withoutLine),
          imports("UD-82", "fails for want of a file", () -> DirectoryImportMutants::failing));

  private DirectoryImportMutants() {}

  private interface Import {
    ImportReport from(ManagedDirectory right, Path file) throws InvalidImportException;
  }

  private static Mutant<UserDirectoryBackend> imports(
      String rule, String wrong, Supplier<Import> wrongly) {
    return WrongUserDirectories.mutant(
        rule,
        wrong,
        ManagedMemoryBackend::new,
        () -> {
          Import imports = wrongly.get();
          return WrongUserDirectories.managed(
              (directory, right) ->
                  new ForwardingManagedDirectory(right) {
                    @Override
                    public ImportReport importFrom(Path file) throws InvalidImportException {
                      return imports.from(right, file);
                    }
                  });
        });
  }

  private interface Told {
    Optional<User> of(WrongImports node, String userId, Optional<User> right);
  }

  private static Mutant<UserDirectoryBackend> told(String rule, String wrong, Told wrongly) {
    return WrongUserDirectories.mutant(
        rule, wrong, ManagedMemoryBackend::new, () -> right -> telling(right, wrongly));
  }

  private static UserDirectory telling(UserDirectory directory, Told wrongly) {
    return new WrongImports(directory) {
      @Override
      Optional<User> told(String userId, Optional<User> right) {
        return wrongly.of(this, userId, right);
      }
    };
  }

  private static ImportReport fewer(ManagedDirectory right, Path file)
      throws InvalidImportException {
    ImportReport report = right.importFrom(file);
    return new ImportReport(
        report.organizations(),
        report.users(),
        Math.max(0, report.memberships() - 1),
        report.removed());
  }

  private static Import onceOnly() {
    Set<String> seen = new HashSet<>();
    return (right, file) -> {
      ImportReport report = right.importFrom(file);
      return seen.add(text(file)) ? report : new ImportReport(0, 0, 0, 0);
    };
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportReport withoutLine(ManagedDirectory right, Path file)
      throws InvalidImportException {
    try {
      return right.importFrom(file);
    } catch (InvalidImportException e) {
      throw new InvalidImportException(String.valueOf(e.getMessage()).replaceAll("[0-9]", ""));
    }
  }

  private static ImportReport failing(ManagedDirectory right, Path file)
      throws InvalidImportException {
    if (file != null) {
      text(file);
    }
    return right.importFrom(file);
  }
}
