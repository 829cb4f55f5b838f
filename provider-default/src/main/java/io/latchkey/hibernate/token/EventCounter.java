package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/**
 * Counts the events of owners. A transaction that counts begins here, with the lock of the owner's
 * row: so sequences come without a gap, and two changes never wait for each other.
 *
 * <p>Whoever finds that there is nothing to count has changed nothing yet, and commits: H2 loses an
 * update of the row now and then if it comes right after a rollback.
 */
final class EventCounter {

  private static final String LOCK =
      "select last_sequence from latchkey_event_counter"
          + " where organization_id = :organizationId and user_id = :userId for update";
  private static final String SET =
      "update latchkey_event_counter set last_sequence = :last"
          + " where organization_id = :organizationId and user_id = :userId";

  private EventCounter() {}

  /**
   * Locks the owner's row until the end of the transaction.
   *
   * @return the number of the last event; absent if the owner has no row
   */
  static Optional<Long> lock(StatelessSession session, OwnerKey owner) {
    return session
        .createNativeQuery(LOCK, Long.class)
        .setParameter("organizationId", owner.organizationId())
        .setParameter("userId", owner.userId())
        .uniqueResultOptional();
  }

  /** Writes the number of the last event into the row, which must be locked. */
  static void set(StatelessSession session, OwnerKey owner, long last) {
    session
        .createNativeMutationQuery(SET)
        .setParameter("last", last)
        .setParameter("organizationId", owner.organizationId())
        .setParameter("userId", owner.userId())
        .executeUpdate();
  }

  /** Makes the owner's row, in a transaction of its own; another may have been faster. */
  static void ensure(Transactions database, OwnerKey owner) {
    database.changeWithoutSync(
        session -> {
          try {
            session.insert(new EventCounterRow(owner));
            return Optional.of(owner);
          } catch (ConstraintViolationException e) {
            if (e.getKind() == ConstraintKind.UNIQUE) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }
}
