package io.latchkey.spi.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.util.List;
import java.util.Optional;

/**
 * The search for users: an optional feature of a {@link UserDirectory}.
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not
 * tell [UD-31], and {@link IllegalStateException} after the directory was closed [UD-57]. Answers
 * are as fresh as those of the directory [UD-56].
 *
 * <p>Thread-safe.
 */
public interface UserSearch {

  /**
   * Finds users, in the order of their ids by Unicode code point [UD-59].
   *
   * @param query which users; null is refused [UD-58]
   * @return at most {@link Query#limit()} users; empty if there is none
   */
  List<User> search(Query query);

  /**
   * Which users; all that is given must hold [UD-55].
   *
   * @param organizationId only users of this organization, whole [UD-45]; none if it has none
   *     [UD-46] or does not exist [UD-47]; absent for all
   * @param kind only users of this kind [UD-48]; absent for both
   * @param loginNamePrefix only users whose login name starts so [UD-51] [UD-52], letter case
   *     ignored [UD-49] [UD-50]; any string, of which no character stands for another [UD-53]
   *     [UD-54]; absent for all
   * @param after only users whose id comes after this one [UD-61], which nobody need have [UD-62],
   *     to go on from an earlier answer [UD-64] to the end [UD-63]; absent for the start
   * @param limit the most users to return, 1 to 1000; the first of them are [UD-60]
   */
  record Query(
      Optional<String> organizationId,
      Optional<UserKind> kind,
      Optional<String> loginNamePrefix,
      Optional<String> after,
      int limit) {

    /** Refuses components that are null or out of range. */
    public Query {
      requireNonNull(organizationId, "organizationId");
      requireNonNull(kind, "kind");
      requireNonNull(loginNamePrefix, "loginNamePrefix");
      requireNonNull(after, "after");
      Require.inRange(limit, 1, 1000, "limit");
    }
  }
}
