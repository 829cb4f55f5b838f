package io.latchkey.spi.directory;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The means to fill a directory that keeps entries of its own: an optional feature of a {@link
 * UserDirectory}. Its role grants are seen by the {@code PermissionChecker} of the same provider.
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not
 * tell [UD-72]; each may then be called again, also after one with {@link
 * io.latchkey.spi.ProviderUnavailableException.Effect#UNKNOWN}. After the directory was closed,
 * every method throws {@link IllegalStateException} [UD-73]. Null is refused [UD-74].
 *
 * <p>Thread-safe; may be used while the directory serves.
 */
public interface ManagedDirectory {

  /**
   * Whether the directory holds no organization and no user [UD-67], as it does before its first
   * use [UD-66].
   *
   * @return true if it is empty
   */
  boolean isEmpty();

  /**
   * Adds the first user, its organization, and roles that hold in the whole instance [UD-68], if
   * the directory is {@linkplain #isEmpty() empty} [UD-69]. Atomic: of several nodes that try at
   * once, one does it [UD-70].
   *
   * @param organization the organization to be made
   * @param user the user to be made; belongs to that organization [UD-71]
   * @param roles the user's roles in the whole instance; taken as they are, known to the permission
   *     checker or not
   * @return true if this call has added them; false, with nothing changed, if the directory was not
   *     empty
   */
  boolean addFirstUser(Organization organization, User user, Set<String> roles);

  /**
   * Makes the directory agree with a file of organizations, users and role grants, in the form that
   * the provider documents [UD-75] [UD-77].
   *
   * <p>Atomic [UD-80], and idempotent [UD-76]. The file is the whole truth about what earlier
   * imports have brought: what it does not name any more is removed [UD-78]. What did not come from
   * an import and is not named in the file stays as it is [UD-79].
   *
   * @param file the file
   * @return what was done
   * @throws InvalidImportException if the file cannot be read [UD-82] or is wrong [UD-81]; nothing
   *     was changed
   */
  ImportReport importFrom(Path file) throws InvalidImportException;

  /**
   * The users that imports have removed and whose tokens may still be there: until the host has
   * called {@link #forget} for one, it is listed here, also after a restart [UD-84]. A user that a
   * later import names again is not listed any more [UD-85].
   *
   * @return the removed users, by organization and id; {@link UserState#DELETED} [UD-83]
   */
  List<User> removedUsers();

  /**
   * Says that the tokens of a removed user are gone, so that {@link #removedUsers} need not list it
   * any more [UD-86]. No effect for a user that it does not list [UD-87].
   *
   * @param user the user as it was listed
   */
  void forget(User user);

  /**
   * What an import has done.
   *
   * @param organizations how many organizations the file names, 0 or more
   * @param users how many users the file names, 0 or more
   * @param memberships how many entries of grants the file has, each of one or more roles; 0 or
   *     more
   * @param removed how many users this import has removed, 0 or more
   */
  record ImportReport(int organizations, int users, int memberships, int removed) {}

  /**
   * A file that cannot be imported. The message is one sentence with the file's name, line and
   * column, for the operator.
   */
  final class InvalidImportException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message one sentence with the file's name, line and column
     */
    public InvalidImportException(String message) {
      super(requireNonNull(message, "message"));
    }
  }
}
