package io.latchkey.hibernate.imports;

import io.latchkey.spi.directory.Organization;
import io.latchkey.spi.directory.User;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a file of organizations, users and role grants, in the order of the file. The file
 * is JSON in UTF-8:
 *
 * <pre>{@code
 * {
 *   "organizations": [{"id": "acme", "name": "Acme Inc."}],
 *   "users": [
 *     {"id": "ci", "organization": "acme", "kind": "machine"},
 *     {"id": "ada", "organization": "acme", "kind": "human", "state": "inactive",
 *      "loginName": "ada@acme.example"}
 *   ],
 *   "memberships": [
 *     {"user": "ci", "organization": "acme", "roles": ["ORG_OWNER"]},
 *     {"user": "ada", "roles": ["IAM_OWNER_VIEWER"]}
 *   ]
 * }
 * }</pre>
 *
 * <p>A kind is {@code machine} or {@code human}. A state is {@code active}, {@code inactive} or
 * {@code locked}; without one, a user is active. Without a login name or a name, it is the id. A
 * membership without an organization holds in the whole instance. Any of the three arrays may be
 * left out.
 *
 * @param organizations the organizations
 * @param users the users
 * @param memberships the role grants
 */
public record ImportFile(
    List<OrganizationEntry> organizations,
    List<UserEntry> users,
    List<MembershipEntry> memberships) {

  /**
   * An organization.
   *
   * @param organization the organization
   * @param at where its id stands
   */
  public record OrganizationEntry(Organization organization, Position at) {}

  /**
   * A user.
   *
   * @param user the user
   * @param at where its id stands
   * @param organizationAt where its organization stands
   */
  public record UserEntry(User user, Position at, Position organizationAt) {}

  /**
   * Roles of a user.
   *
   * @param user the user's id
   * @param organization where they hold; absent for the whole instance
   * @param roles the roles
   */
  public record MembershipEntry(
      Located<String> user, Optional<Located<String>> organization, List<Located<String>> roles) {}

  /**
   * Reads a file; what it refers to is not checked yet.
   *
   * @param file the file
   * @return its content
   * @throws InvalidFile if it cannot be read, or is not of the form
   */
  public static ImportFile read(Path file) {
    return ImportForm.read(JsonText.parse(Utf8File.read(file)));
  }

  /**
   * Checks that nothing stands twice, and that what is referred to is there.
   *
   * @param otherOrganizations the organizations that stay in the directory beside the file
   * @param otherUsers the users that stay in the directory beside the file
   * @param roles the roles that there are
   * @throws InvalidFile if the file is wrong
   */
  public void check(Set<String> otherOrganizations, Set<String> otherUsers, Set<String> roles) {
    new ReferenceCheck(otherOrganizations, otherUsers, roles).check(this);
  }
}
