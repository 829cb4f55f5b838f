package io.latchkey.tck.mutant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.latchkey.spi.directory.ForwardingUserDirectory;
import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One node's managed directory in memory. */
final class ManagedMemoryDirectory extends ForwardingUserDirectory implements ManagedDirectory {

  private final ManagedMemory memory;

  ManagedMemoryDirectory(UserDirectory node, ManagedMemory memory) {
    super(node);
    this.memory = memory;
  }

  @Override
  public Optional<ManagedDirectory> managed() {
    return Optional.of(this);
  }

  /** Fails as any call does that finds the directory closed or away. */
  private void requireThere() {
    organizationExists("");
  }

  @Override
  public boolean isEmpty() {
    requireThere();
    return memory.isEmpty();
  }

  @Override
  public boolean addFirstUser(Organization organization, User user, Set<String> roles) {
    requireNonNull(organization, "organization");
    requireNonNull(user, "user");
    requireNonNull(roles, "roles");
    if (!user.organizationId().equals(organization.organizationId())) {
      throw new IllegalArgumentException("user belongs to another organization");
    }
    requireThere();
    return memory.addFirst(organization, user);
  }

  @Override
  public ImportReport importFrom(Path file) throws InvalidImportException {
    requireNonNull(file, "file");
    requireThere();
    try {
      return memory.apply(file.getFileName().toString(), Files.readAllLines(file, UTF_8));
    } catch (IOException e) {
      throw new InvalidImportException(file.getFileName() + " cannot be read");
    }
  }

  @Override
  public List<User> removedUsers() {
    requireThere();
    return memory.removed();
  }

  @Override
  public void forget(User user) {
    requireNonNull(user, "user");
    requireThere();
    memory.forget(user);
  }
}
