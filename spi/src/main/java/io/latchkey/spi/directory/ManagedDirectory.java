package io.latchkey.spi.directory;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The means to fill a directory that keeps entries of its own: an optional feature of a {@link
 * UserDirectory}. Its role grants are seen by the {@code PermissionChecker} of the same provider.
 *
 * <p>Thread-safe; may be used while the directory serves.
 */
public interface ManagedDirectory {

  /**
   * Whether the directory holds no organization and no user, as it does before its first use.
   *
   * @return true if it is empty
   */
  boolean isEmpty();

  /**
   * Adds the first user, its organization, and roles that hold in the whole instance. Atomic.
   *
   * @param organization the organization to be made
   * @param user the user to be made; belongs to that organization
   * @param roles the user's roles in the whole instance
   * @throws IllegalStateException if the directory is not {@linkplain #isEmpty() empty}; nothing
   *     was changed
   */
  void addFirstUser(Organization organization, User user, Set<String> roles);

  /**
   * Makes the directory agree with a file of organizations, users and role grants, in the form that
   * the provider documents.
   *
   * <p>Atomic, and idempotent. The file is the whole truth about what earlier imports have brought:
   * what it does not name any more is removed. What did not come from an import and is not named in
   * the file stays as it is.
   *
   * @param file the file
   * @return what was done
   * @throws InvalidImportException if the file cannot be read or is wrong; nothing was changed
   */
  ImportReport importFrom(Path file) throws InvalidImportException;

  /**
   * What an import has done.
   *
   * @param organizations how many organizations the file names
   * @param users how many users the file names
   * @param memberships how many grants of roles the file names
   * @param removed the users that were removed, so that the host can remove their tokens; copied
   */
  record ImportReport(int organizations, int users, int memberships, List<User> removed) {

    /** Takes a copy. */
    public ImportReport {
      removed = List.copyOf(requireNonNull(removed, "removed"));
    }
  }

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
