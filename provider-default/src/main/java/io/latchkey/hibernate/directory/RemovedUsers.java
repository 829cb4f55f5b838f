package io.latchkey.hibernate.directory;

import io.latchkey.spi.directory.User;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;

/** The users that imports have removed, until the host has forgotten them. */
final class RemovedUsers {

  private static final String ALL =
      "select * from latchkey_removed_user order by organization_id, user_id";
  private static final String FORGET =
      "delete from latchkey_removed_user"
          + " where user_id = :userId and organization_id = :organizationId";
  private static final String BACK = "delete from latchkey_removed_user where user_id = :userId";

  private RemovedUsers() {}

  static List<User> all(StatelessSession session) {
    return session.createNativeQuery(ALL, RemovedUserRow.class).getResultList().stream()
        .map(RemovedUserRow::toUser)
        .toList();
  }

  /** Remembers users that are removed now. */
  static void add(StatelessSession session, Collection<User> users) {
    session.insertMultiple(users.stream().map(RemovedUserRow::new).toList());
  }

  /** A user of this id is there again, in whatever organization. */
  static void back(StatelessSession session, String userId) {
    session.createNativeMutationQuery(BACK).setParameter("userId", userId).executeUpdate();
  }

  /** Forgets a user, and not one of another organization that has had its id since. */
  static int forget(StatelessSession session, User user) {
    return session
        .createNativeMutationQuery(FORGET)
        .setParameter("userId", user.userId())
        .setParameter("organizationId", user.organizationId())
        .executeUpdate();
  }
}
