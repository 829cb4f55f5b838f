package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.WrongUserDirectories.findUser;
import static io.latchkey.tck.mutant.WrongUserDirectories.mutant;
import static io.latchkey.tck.mutant.WrongUserDirectories.organizationExists;

import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryBackend;
import io.latchkey.tck.memory.InMemoryUserDirectoryBackend;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Directories that remember for too long. */
final class UserChangesMutants {

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          users(
              "UD-19",
              "remembers states",
              (old, user) ->
                  new User(
                      user.userId(),
                      user.organizationId(),
                      user.kind(),
                      old.state(),
                      user.loginName())),
          users(
              "UD-20",
              "remembers organizations",
              (old, user) ->
                  new User(
                      user.userId(),
                      old.organizationId(),
                      user.kind(),
                      user.state(),
                      user.loginName())),
          users(
              "UD-21",
              "remembers login names",
              (old, user) ->
                  new User(
                      user.userId(),
                      user.organizationId(),
                      user.kind(),
                      user.state(),
                      old.loginName())),
          any("UD-22", "remembers users that are gone", () -> findUser(orRemembered())),
          any("UD-23", "remembers that a user is absent", () -> findUser(orAbsentStill())),
          organizations("UD-24", "remembers that an organization is not there", false),
          organizations("UD-25", "remembers organizations that are gone", true));

  private UserChangesMutants() {}

  private static Mutant<UserDirectoryBackend> any(
      String rule, String wrong, Supplier<UnaryOperator<UserDirectory>> around) {
    return mutant(rule, wrong, InMemoryUserDirectoryBackend::new, around);
  }

  private static Mutant<UserDirectoryBackend> users(
      String rule, String wrong, BinaryOperator<User> mix) {
    return any(
        rule,
        wrong,
        () -> {
          Remembered<String, User> seen = new Remembered<>();
          return findUser(
              (right, id) -> right.findUser(id).map(user -> mix.apply(seen.first(id, user), user)));
        });
  }

  private static BiFunction<UserDirectory, String, Optional<User>> orRemembered() {
    Remembered<String, Optional<User>> seen = new Remembered<>();
    return (right, id) -> {
      Optional<User> now = right.findUser(id);
      return now.isPresent() ? keep(seen, id, now) : seen.first(id, now);
    };
  }

  private static Optional<User> keep(
      Remembered<String, Optional<User>> seen, String id, Optional<User> now) {
    seen.first(id, now);
    return now;
  }

  private static BiFunction<UserDirectory, String, Optional<User>> orAbsentStill() {
    Remembered<String, Boolean> seen = new Remembered<>();
    return (right, id) -> {
      Optional<User> now = right.findUser(id);
      boolean wasThere = seen.first(id, now.isPresent());
      return now.filter(user -> wasThere);
    };
  }

  private static Mutant<UserDirectoryBackend> organizations(
      String rule, String wrong, boolean remembered) {
    return any(
        rule,
        wrong,
        () -> {
          Remembered<String, Boolean> seen = new Remembered<>();
          return organizationExists(
              (right, id) -> {
                boolean now = right.organizationExists(id);
                boolean first = seen.first(id, now);
                return first == remembered ? first : now;
              });
        });
  }
}
