package io.latchkey.tck.mutant;

import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Hands every call on: the base of managed directories that do one thing wrongly. */
abstract class ForwardingManagedDirectory implements ManagedDirectory {

  private final ManagedDirectory right;

  ForwardingManagedDirectory(ManagedDirectory right) {
    this.right = right;
  }

  @Override
  public boolean isEmpty() {
    return right.isEmpty();
  }

  @Override
  public boolean addFirstUser(Organization organization, User user, Set<String> roles) {
    return right.addFirstUser(organization, user, roles);
  }

  @Override
  public ImportReport importFrom(Path file) throws InvalidImportException {
    return right.importFrom(file);
  }

  @Override
  public List<User> removedUsers() {
    return right.removedUsers();
  }

  @Override
  public void forget(User user) {
    right.forget(user);
  }
}
