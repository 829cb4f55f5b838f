package io.latchkey.ldap.directory;

import static java.util.Objects.requireNonNull;

/**
 * What an operator has set about users and organizations.
 *
 * @param users how users are found and named
 * @param machines which of them are machines
 * @param states which of them may act
 * @param organizations which organizations they belong to
 */
public record DirectorySettings(
    UserSettings users, MachineRule machines, StateRule states, OrganizationRule organizations) {

  /** Refuses null components. */
  public DirectorySettings {
    requireNonNull(users, "users");
    requireNonNull(machines, "machines");
    requireNonNull(states, "states");
    requireNonNull(organizations, "organizations");
  }
}
