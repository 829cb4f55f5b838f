package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.token.RecentRemovals;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;

/**
 * The removals of the last minutes, in a table by which the servers on one database learn of each
 * other's. They are dated by the clock of the database, since those of the servers may differ.
 */
final class RemovalLog implements RecentRemovals {

  /** Longer than the longest window, so that a removal is there for all of it. */
  private static final Duration KEPT = Arguments.LONGEST_WINDOW.plusMinutes(1);

  private static final long CLEANING_NANOS = Duration.ofMinutes(1).toNanos();

  private final Transactions database;
  private final String recent;
  private final String old;
  private final String tell;
  private final AtomicLong cleaned = new AtomicLong(System.nanoTime() - CLEANING_NANOS);

  /**
   * Creates it.
   *
   * @param database the database
   * @param now the present time in microseconds since 1970, as an expression of its SQL
   */
  RemovalLog(Transactions database, String now) {
    this.database = database;
    this.recent = "select token_id from latchkey_removal where removed_at >= " + now + " - :window";
    this.old = "delete from latchkey_removal where removed_at < " + now + " - :window";
    this.tell =
        "insert into latchkey_removal (removed_at, token_id) select "
            + now
            + ", token_id from latchkey_token where organization_id = :organizationId"
            + " and user_id = :userId";
  }

  /**
   * Tells of a token of an owner, or of all, in the transaction that then removes what it tells.
   */
  void tell(StatelessSession session, OwnerKey owner, Optional<Long> tokenId) {
    MutationQuery query =
        session
            .createNativeMutationQuery(
                tokenId.isPresent() ? tell + " and token_id = :tokenId" : tell)
            .setParameter("organizationId", owner.organizationId())
            .setParameter("userId", owner.userId());
    tokenId.ifPresent(id -> query.setParameter("tokenId", id));
    query.executeUpdate();
  }

  @Override
  public Set<Long> within(Duration window) {
    Arguments.window(window);
    cleanNowAndThen();
    return Set.copyOf(
        database.read(
            session ->
                session
                    .createNativeQuery(recent, Long.class)
                    .addScalar("token_id", Long.class)
                    .setParameter("window", micros(window))
                    .getResultList()));
  }

  private void cleanNowAndThen() {
    long now = System.nanoTime();
    long last = cleaned.get();
    if (now - last >= CLEANING_NANOS && cleaned.compareAndSet(last, now)) {
      database.changeWithoutSync(
          session ->
              Optional.of(
                  session
                      .createNativeMutationQuery(old)
                      .setParameter("window", micros(KEPT))
                      .executeUpdate()));
    }
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
