package io.latchkey.spi.directory;

import io.latchkey.spi.Provider;
import java.util.Optional;

/**
 * Knows users and organizations.
 *
 * <p>Answers are as fresh as the provider's documentation says; without such a sentence, a change
 * is seen by the next call. Every method throws {@link
 * io.latchkey.spi.ProviderUnavailableException} when it could not tell.
 *
 * <p>Thread-safe.
 */
public interface UserDirectory extends Provider {

  /**
   * Finds a user by its id.
   *
   * <p>The id is data from a request: any string, never to be joined into a query or a filter. It
   * is compared character by character.
   *
   * @param userId the id; of any length and any characters
   * @return the user; absent if there is none. A directory that remembers deleted users may answer
   *     with {@link UserState#DELETED} instead
   */
  Optional<User> findUser(String userId);

  /**
   * Whether there is an organization with this id.
   *
   * @param organizationId the id; of any length and any characters, compared character by character
   * @return true if it exists
   */
  boolean organizationExists(String organizationId);

  /**
   * The search for users, if this directory has one.
   *
   * @return the feature; absent by default
   */
  default Optional<UserSearch> search() {
    return Optional.empty();
  }

  /**
   * The means to fill this directory, if it keeps entries of its own rather than showing those of
   * another system.
   *
   * @return the feature; absent by default
   */
  default Optional<ManagedDirectory> managed() {
    return Optional.empty();
  }
}
