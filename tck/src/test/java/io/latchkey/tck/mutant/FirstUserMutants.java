package io.latchkey.tck.mutant;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import io.latchkey.tck.UserDirectoryBackend;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Managed directories that do something else than the first user needs. */
final class FirstUserMutants {

  static final List<Mutant<UserDirectoryBackend>> ALL =
      List.of(
          new Mutant<>("UD-65", "names what it has not", Named::new),
          new Mutant<>("UD-65", "has what it does not name", Unnamed::new),
          empty("UD-66", "is never empty", (directory, empty) -> false),
          empty(
              "UD-67",
              "does not count its first user",
              (directory, empty) -> empty || directory.findUser("tck-root").isPresent()),
          first(
              "UD-68",
              "adds, and says that it did not",
              (directory, call) -> call.run() && !call.userId().equals("tck-root")),
          first(
              "UD-69",
              "says that it has added what it has not",
              (directory, call) ->
                  call.run() || !directory.organizationExists(call.organizationId())),
          first(
              "UD-70",
              "takes another's first user for its own",
              (directory, call) ->
                  call.run() || directory.organizationExists(call.organizationId())),
          first("UD-71", "ignores a user of another organization", FirstUserMutants::orNot),
          managed("UD-72", "takes an outage for emptiness", (directory, right) -> new Blind(right)),
          managed(
              "UD-73", "has removed nobody though closed", (directory, right) -> new Ghost(right)),
          managed("UD-74", "forgets nobody for null", (directory, right) -> new Lenient(right)));

  private FirstUserMutants() {}

  private static Mutant<UserDirectoryBackend> managed(
      String rule,
      String wrong,
      BiFunction<UserDirectory, ManagedDirectory, ManagedDirectory> wrongly) {
    return WrongUserDirectories.mutant(
        rule, wrong, ManagedMemoryBackend::new, () -> WrongUserDirectories.managed(wrongly));
  }

  private static Mutant<UserDirectoryBackend> empty(
      String rule, String wrong, BiFunction<UserDirectory, Boolean, Boolean> isEmpty) {
    return managed(
        rule,
        wrong,
        (directory, right) ->
            new ForwardingManagedDirectory(right) {
              @Override
              public boolean isEmpty() {
                return isEmpty.apply(directory, right.isEmpty());
              }
            });
  }

  /** A call of addFirstUser, which can be done rightly. */
  private record Call(
      ManagedDirectory right, Organization organization, User user, Set<String> roles) {

    boolean run() {
      return right.addFirstUser(organization, user, roles);
    }

    String userId() {
      return user.userId();
    }

    String organizationId() {
      return organization.organizationId();
    }
  }

  private static Mutant<UserDirectoryBackend> first(
      String rule, String wrong, BiFunction<UserDirectory, Call, Boolean> add) {
    return managed(
        rule,
        wrong,
        (directory, right) ->
            new ForwardingManagedDirectory(right) {
              @Override
              public boolean addFirstUser(Organization organization, User user, Set<String> roles) {
                return add.apply(directory, new Call(right, organization, user, roles));
              }
            });
  }

  private static boolean orNot(UserDirectory directory, Call call) {
    try {
      return call.run();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static final class Blind extends ForwardingManagedDirectory {

    Blind(ManagedDirectory right) {
      super(right);
    }

    @Override
    public boolean isEmpty() {
      try {
        return super.isEmpty();
      } catch (ProviderUnavailableException e) {
        return true;
      }
    }
  }

  private static final class Ghost extends ForwardingManagedDirectory {

    Ghost(ManagedDirectory right) {
      super(right);
    }

    @Override
    public List<User> removedUsers() {
      try {
        return super.removedUsers();
      } catch (IllegalStateException e) {
        return List.of();
      }
    }
  }

  @SuppressWarnings("NullAway") // wrong in exactly that way
  private static final class Lenient extends ForwardingManagedDirectory {

    Lenient(ManagedDirectory right) {
      super(right);
    }

    @Override
    public void forget(User user) {
      if (user != null) {
        super.forget(user);
      }
    }
  }

  private static final class Named extends WrongUserDirectories.Around {

    Named() {
      super(
          new ManagedMemoryBackend(),
          right ->
              new ForwardingUserDirectory(right) {
                @Override
                public Optional<ManagedDirectory> managed() {
                  return Optional.empty();
                }
              });
    }
  }

  private static final class Unnamed extends WrongUserDirectories.Around {

    Unnamed() {
      super(new ManagedMemoryBackend(), right -> right);
    }

    @Override
    public Set<Feature> features() {
      return Set.of(Feature.SEARCH);
    }
  }
}
