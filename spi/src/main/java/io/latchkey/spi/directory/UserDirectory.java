package io.latchkey.spi.directory;

import io.latchkey.spi.Provider;
import java.util.Optional;

/**
 * Knows users and organizations.
 *
 * <p>Answers are as fresh as the provider's documentation says; without such a sentence, a change
 * is seen by the next call, on every node: of a user's state [UD-19], organization [UD-20] or login
 * name [UD-21], of who there is [UD-22] [UD-23], and of the organizations [UD-24] [UD-25].
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not
 * tell [UD-29] [UD-30], within the provider's time limit [UD-32], and works again once it can
 * [UD-33]. A directory is made without I/O [UD-26], may be made and asked before its backend is
 * there [UD-27], and is closed whether that is there or not [UD-34]; {@link #check()} tells what is
 * wrong [UD-28] or that nothing is [UD-35]. Closing twice is closing once [UD-37], and leaves other
 * directories alone [UD-38] [UD-39]; what is called afterwards throws {@link IllegalStateException}
 * [UD-40] [UD-41] [UD-42]. Null is refused [UD-43].
 *
 * <p>Thread-safe [UD-36].
 */
public interface UserDirectory extends Provider {

  /**
   * Finds a user by its id [UD-1], among however many there are [UD-10].
   *
   * <p>The id is data from a request: any string, never to be joined into a query or a filter
   * [UD-4]. It is compared character by character: letter case [UD-5], white space [UD-6] and
   * Unicode [UD-2] [UD-7] matter, to the last of its characters [UD-3]. It is neither an
   * organization's [UD-8] nor a login name [UD-9].
   *
   * @param userId the id; of any length and any characters
   * @return the user; absent if there is none. A directory that remembers deleted users may answer
   *     with {@link UserState#DELETED} instead
   */
  Optional<User> findUser(String userId);

  /**
   * Whether there is an organization with this id [UD-11].
   *
   * <p>The id is data from a request, as in {@link #findUser} [UD-13], and compared likewise
   * [UD-12] [UD-14] [UD-15] [UD-16]. It is neither a user's [UD-17] nor the name of an organization
   * [UD-18].
   *
   * @param organizationId the id; of any length and any characters
   * @return true if it exists
   */
  boolean organizationExists(String organizationId);

  /**
   * The search for users, if this directory has one [UD-44].
   *
   * @return the feature; absent by default
   */
  default Optional<UserSearch> search() {
    return Optional.empty();
  }

  /**
   * The means to fill this directory, if it keeps entries of its own rather than showing those of
   * another system [UD-65].
   *
   * @return the feature; absent by default
   */
  default Optional<ManagedDirectory> managed() {
    return Optional.empty();
  }
}
