package io.latchkey.tck.mutant;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.directory.ManagedDirectory.ImportReport;
import io.latchkey.spi.directory.ManagedDirectory.InvalidImportException;
import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import io.latchkey.spi.directory.UserKind;
import io.latchkey.spi.directory.UserState;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entries of a managed directory in memory, for all its nodes. Its files have a line for each
 * entry, of fields between tabs.
 */
final class ManagedMemory {

  private final InMemoryUserDirectory entries;
  private final Map<String, Organization> organizations = new HashMap<>();
  private final Map<String, User> users = new HashMap<>();
  private final Set<String> imported = new HashSet<>();
  private final List<User> removed = new ArrayList<>();

  ManagedMemory(InMemoryUserDirectory entries) {
    this.entries = requireNonNull(entries, "entries");
  }

  synchronized boolean isEmpty() {
    return organizations.isEmpty() && users.isEmpty();
  }

  synchronized boolean addFirst(Organization organization, User user) {
    if (!isEmpty()) {
      return false;
    }
    put(organization);
    put(user);
    return true;
  }

  private void put(Organization organization) {
    organizations.put(organization.organizationId(), organization);
    entries.put(organization);
  }

  private void put(User user) {
    users.put(user.userId(), user);
    removed.removeIf(other -> other.userId().equals(user.userId()));
    entries.put(user);
  }

  /** Makes the entries agree with the lines of a file, if they are all right. */
  synchronized ImportReport apply(String file, List<String> lines) throws InvalidImportException {
    List<Organization> newOrganizations = new ArrayList<>();
    List<User> newUsers = new ArrayList<>();
    Set<String> named = new HashSet<>();
    int memberships = 0;
    for (int i = 0; i < lines.size(); i++) {
      String[] fields = lines.get(i).split("\t", -1);
      switch (fields[0]) {
        case "organization" -> {
          newOrganizations.add(new Organization(fields[1], fields[2]));
          named.add(fields[1]);
        }
        case "user" -> {
          if (!named.contains(fields[2])) {
            throw new InvalidImportException(
                file + ", line " + (i + 1) + ", column 1: no organization " + fields[2]);
          }
          newUsers.add(
              new User(
                  fields[1],
                  fields[2],
                  UserKind.valueOf(fields[3]),
                  UserState.valueOf(fields[4]),
                  fields[5]));
        }
        default -> memberships++;
      }
    }
    return applied(newOrganizations, newUsers, memberships);
  }

  private ImportReport applied(
      List<Organization> newOrganizations, List<User> newUsers, int memberships) {
    Set<String> gone = new HashSet<>(imported);
    newOrganizations.forEach(organization -> gone.remove("o" + organization.organizationId()));
    newUsers.forEach(user -> gone.remove("u" + user.userId()));
    int removedUsers = 0;
    for (String key : gone) {
      removedUsers += remove(key.charAt(0), key.substring(1));
    }
    imported.clear();
    for (Organization organization : newOrganizations) {
      put(organization);
      imported.add("o" + organization.organizationId());
    }
    for (User user : newUsers) {
      put(user);
      imported.add("u" + user.userId());
    }
    return new ImportReport(newOrganizations.size(), newUsers.size(), memberships, removedUsers);
  }

  private int remove(char kind, String id) {
    if (kind == 'o') {
      organizations.remove(id);
      entries.removeOrganization(id);
      return 0;
    }
    User user = requireNonNull(users.remove(id));
    entries.removeUser(id);
    removed.add(
        new User(id, user.organizationId(), user.kind(), UserState.DELETED, user.loginName()));
    return 1;
  }

  synchronized List<User> removed() {
    return removed.stream()
        .sorted(Comparator.comparing(User::organizationId).thenComparing(User::userId))
        .toList();
  }

  synchronized void forget(User user) {
    removed.removeIf(
        other ->
            other.userId().equals(user.userId())
                && other.organizationId().equals(user.organizationId()));
  }

  /** Puts entries in place of those of an earlier import. */
  synchronized void fill(List<Organization> newOrganizations, List<User> newUsers) {
    applied(newOrganizations, newUsers, 0);
  }
}
