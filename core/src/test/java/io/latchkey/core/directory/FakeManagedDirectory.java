package io.latchkey.core.directory;

import io.latchkey.spi.directory.ManagedDirectory;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Remembers what it was told; a file is a list of user ids, and the word "wrong" makes it invalid.
 */
final class FakeManagedDirectory implements ManagedDirectory {

  final BlockingQueue<List<String>> imports = new LinkedBlockingQueue<>();
  User firstUser;
  Set<String> firstRoles;
  RuntimeException failure;
  boolean anotherNodeIsFirst;
  volatile Runnable whileRefusing = () -> {};
  private final List<User> removedUsers = new CopyOnWriteArrayList<>();
  private List<String> users = new ArrayList<>();

  @Override
  public boolean isEmpty() {
    return firstUser == null;
  }

  @Override
  public boolean addFirstUser(Organization organization, User user, Set<String> roles) {
    if (failure != null) {
      throw failure;
    }
    if (anotherNodeIsFirst) {
      return false;
    }
    firstUser = user;
    firstRoles = roles;
    return true;
  }

  @Override
  public ImportReport importFrom(Path file) throws InvalidImportException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (lines.contains("wrong")) {
      whileRefusing.run();
      whileRefusing = () -> {};
      imports.add(List.of("refused"));
      throw new InvalidImportException(file.getFileName() + ":1:1: it is wrong");
    }
    users.stream()
        .filter(id -> !lines.contains(id))
        .map(id -> new User(id, "acme", UserKind.MACHINE, UserState.DELETED, id))
        .forEach(removedUsers::add);
    users = lines;
    imports.add(lines);
    return new ImportReport(0, lines.size(), 0, removedUsers.size());
  }

  @Override
  public List<User> removedUsers() {
    return List.copyOf(removedUsers);
  }

  @Override
  public void forget(User user) {
    removedUsers.remove(user);
  }
}
