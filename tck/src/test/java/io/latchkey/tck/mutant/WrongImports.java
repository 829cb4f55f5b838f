package io.latchkey.tck.mutant;

import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A node whose users are not what the imports before have made of them. */
abstract class WrongImports extends ForwardingUserDirectory {

  /** What each user was, when an import on this node had first brought it. */
  final Map<String, User> brought = new ConcurrentHashMap<>();

  /** What the last import has thrown. */
  volatile boolean refused;

  WrongImports(UserDirectory right) {
    super(right);
  }

  /** What is told of a user. */
  abstract Optional<User> told(String userId, Optional<User> right);

  @Override
  public Optional<User> findUser(String userId) {
    return told(userId, super.findUser(userId));
  }

  @Override
  public Optional<ManagedDirectory> managed() {
    return super.managed().map(Watched::new);
  }

  private final class Watched extends ForwardingManagedDirectory {

    Watched(ManagedDirectory right) {
      super(right);
    }

    @Override
    public ImportReport importFrom(Path file) throws InvalidImportException {
      refused = true;
      ImportReport report = super.importFrom(file);
      refused = false;
      for (String userId : new String[] {"tck-a", "tck-b", "tck-c"}) {
        WrongImports.super.findUser(userId).ifPresent(user -> brought.putIfAbsent(userId, user));
      }
      return report;
    }
  }
}
