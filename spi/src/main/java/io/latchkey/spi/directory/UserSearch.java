package io.latchkey.spi.directory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.internal.Require;
import java.util.List;
import java.util.Optional;

/**
 * The search for users: an optional feature of a {@link UserDirectory}.
 *
 * <p>Every method throws {@link io.latchkey.spi.ProviderUnavailableException} when it could not
 * tell.
 *
 * <p>Thread-safe.
 */
public interface UserSearch {

  /**
   * Finds users, in the order of their ids by Unicode code point.
   *
   * @param query which users
   * @return at most {@link Query#limit()} users; empty if there is none
   */
  List<User> search(Query query);

  /**
   * Which users; all that is given must hold.
   *
   * @param organizationId only users of this organization; absent for all
   * @param kind only users of this kind; absent for both
   * @param loginNamePrefix only users whose login name starts so, letter case ignored; absent for
   *     all
   * @param after only users whose id comes after this one, to go on from an earlier answer; absent
   *     for the start
   * @param limit the most users to return, 1 to 1000
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
