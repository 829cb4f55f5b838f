package io.latchkey.tck.mutant;

import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.tck.UserDirectoryBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Managed directories that remember wrongly whom imports have removed. */
final class RemovedUsersMutants {

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          of(
              "UD-83",
              "lists by id alone",
              right ->
                  new ForwardingManagedDirectory(right) {
                    @Override
                    public List<User> removedUsers() {
                      return super.removedUsers().stream()
                          .sorted(Comparator.comparing(User::userId))
                          .toList();
                    }
                  }),
          of("UD-84", "remembers until it is closed", Forgetful::new),
          of("UD-85", "lists users that are back", Hoarding::new),
          of(
              "UD-86",
              "forgets nobody",
              right ->
                  new ForwardingManagedDirectory(right) {
                    @Override
                    public void forget(User user) {
                      super.forget(
                          new User(
                              user.userId(),
                              "tck-none",
                              user.kind(),
                              user.state(),
                              user.loginName()));
                    }
                  }),
          of(
              "UD-87",
              "forgets by id alone",
              right ->
                  new ForwardingManagedDirectory(right) {
                    @Override
                    public void forget(User user) {
                      super.forget(user);
                      removedUsers().stream()
                          .filter(other -> other.userId().equals(user.userId()))
                          .forEach(super::forget);
                    }
                  }));

  private RemovedUsersMutants() {}

  private static Mutant<UserDirectoryBackend> of(
      String rule, String wrong, UnaryOperator<ManagedDirectory> wrongly) {
    return WrongUserDirectories.mutant(
        rule,
        wrong,
        ManagedMemoryBackend::new,
        () ->
            right ->
                new ForwardingUserDirectory(right) {
                  private final Optional<ManagedDirectory> managed = right.managed().map(wrongly);

                  @Override
                  public Optional<ManagedDirectory> managed() {
                    return managed;
                  }
                });
  }

  /** Knows of removed users only what it has removed itself. */
  private static final class Forgetful extends ForwardingManagedDirectory {

    private boolean hasImported;

    Forgetful(ManagedDirectory right) {
      super(right);
    }

    @Override
    public ImportReport importFrom(Path file) throws InvalidImportException {
      hasImported = true;
      return super.importFrom(file);
    }

    @Override
    public List<User> removedUsers() {
      List<User> removed = super.removedUsers();
      return hasImported ? removed : List.of();
    }
  }

  private static final class Hoarding extends ForwardingManagedDirectory {

    private final Set<User> all = new LinkedHashSet<>();

    Hoarding(ManagedDirectory right) {
      super(right);
    }

    @Override
    public ImportReport importFrom(Path file) throws InvalidImportException {
      ImportReport report = super.importFrom(file);
      all.addAll(super.removedUsers());
      return report;
    }

    @Override
    public List<User> removedUsers() {
      Set<User> listed = new LinkedHashSet<>(super.removedUsers());
      listed.addAll(all);
      return new ArrayList<>(listed);
    }

    @Override
    public void forget(User user) {
      super.forget(user);
      all.removeIf(user::equals);
    }
  }
}
