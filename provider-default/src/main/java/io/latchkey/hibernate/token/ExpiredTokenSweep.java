package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deletes expired tokens in small transactions, the longest expired first. */
final class ExpiredTokenSweep {

  private static final int BATCH = 500;

  private static final String EXPIRED =
      "select token_id from latchkey_token where expiration_date < :before"
          + " order by expiration_date, token_id";
  private static final String DELETE = "delete from latchkey_token where token_id in (:tokenIds)";

  private final Transactions database;

  ExpiredTokenSweep(Transactions database) {
    this.database = database;
  }

  /** Goes on until nothing is found: others may have deleted what a batch had found. */
  int sweep(Instant before, int limit) {
    int removed = 0;
    while (removed < limit) {
      List<Long> expired = find(before, Math.min(BATCH, limit - removed));
      if (expired.isEmpty()) {
        break;
      }
      removed += delete(expired);
    }
    return removed;
  }

  private List<Long> find(Instant before, int limit) {
    return database.read(
        session ->
            session
                .createNativeQuery(EXPIRED, Long.class)
                .setParameter("before", Micros.floor(before))
                .setMaxResults(limit)
                .getResultList());
  }

  /**
   * Deletes by rising id, the order in which the tokens of an owner are deleted too: so the two
   * cannot block each other. An id comes back only if its token was expired to begin with.
   */
  private int delete(List<Long> tokenIds) {
    return database
        .changeWithoutSync(
            session ->
                Optional.of(
                    session
                        .createNativeMutationQuery(DELETE)
                        .setParameterList("tokenIds", tokenIds.stream().sorted().toList())
                        .executeUpdate()))
        .orElse(0);
  }
}
