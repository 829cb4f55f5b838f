package io.latchkey.tck.mutant;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.spi.directory.UserSearch;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.UserDirectoryBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes directories of which one thing is wrong, around right ones. */
final class WrongUserDirectories {

  private WrongUserDirectories() {}

  /** Around each directory of a backend; the operator is made anew for each backend. */
  static Mutant<UserDirectoryBackend> mutant(
      String rule,
      String wrong,
      Supplier<UserDirectoryBackend> right,
      Supplier<UnaryOperator<UserDirectory>> around) {
    return new Mutant<>(rule, wrong, () -> new Around(right.get(), around.get()));
  }

  static UnaryOperator<UserDirectory> findUser(
      BiFunction<UserDirectory, String, Optional<User>> wrong) {
    return right ->
        new ForwardingUserDirectory(right) {
          @Override
          public Optional<User> findUser(String userId) {
            return wrong.apply(right, requireNonNull(userId, "userId"));
          }
        };
  }

  static UnaryOperator<UserDirectory> organizationExists(
      BiFunction<UserDirectory, String, Boolean> wrong) {
    return right ->
        new ForwardingUserDirectory(right) {
          @Override
          public boolean organizationExists(String organizationId) {
            return wrong.apply(right, requireNonNull(organizationId, "organizationId"));
          }
        };
  }

  /** What a search answers. */
  interface WrongSearch {
    List<User> search(UserDirectory directory, UserSearch right, UserSearch.Query query);
  }

  static UnaryOperator<UserDirectory> search(WrongSearch wrong) {
    return right ->
        new ForwardingUserDirectory(right) {
          @Override
          public Optional<UserSearch> search() {
            return right
                .search()
                .map(
                    search -> query -> wrong.search(right, search, requireNonNull(query, "query")));
          }
        };
  }

  static UnaryOperator<UserDirectory> managed(
      BiFunction<UserDirectory, ManagedDirectory, ManagedDirectory> wrong) {
    return right ->
        new ForwardingUserDirectory(right) {
          @Override
          public Optional<ManagedDirectory> managed() {
            return right.managed().map(managed -> wrong.apply(right, managed));
          }
        };
  }

  /** A backend whose directories are wrapped. */
  static class Around implements UserDirectoryBackend {

    private final UserDirectoryBackend right;
    private final UnaryOperator<UserDirectory> around;

    Around(UserDirectoryBackend right, UnaryOperator<UserDirectory> around) {
      this.right = right;
      this.around = around;
    }

    @Override
    public UserDirectory open() {
      return around.apply(right.open());
    }

    @Override
    public void fill(DirectoryFixture fixture) {
      right.fill(fixture);
    }

    @Override
    public void interrupt() {
      right.interrupt();
    }

    @Override
    public void restore() {
      right.restore();
    }

    @Override
    public Set<Feature> features() {
      return right.features();
    }

    @Override
    public Duration timeLimit() {
      return right.timeLimit();
    }

    @Override
    public Path importFile(DirectoryFixture fixture, Path folder) {
      return right.importFile(fixture, folder);
    }

    @Override
    public void close() {
      right.close();
    }
  }
}
