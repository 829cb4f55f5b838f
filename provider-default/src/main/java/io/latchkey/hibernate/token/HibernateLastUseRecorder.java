package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.token.LastUseRecorder;
import java.time.Instant;
import java.util.Optional;

/** Last uses in a column of the token; one update each. */
final class HibernateLastUseRecorder implements LastUseRecorder {

  private static final String RECORD =
      "update latchkey_token set last_use = :at"
          + " where token_id = :tokenId and (last_use is null or last_use < :at)";
  private static final String LAST_USE =
      "select last_use from latchkey_token where token_id = :tokenId and last_use is not null";

  private final Transactions database;

  HibernateLastUseRecorder(Transactions database) {
    this.database = database;
  }

  @Override
  public void record(long tokenId, Instant at) {
    Arguments.tokenId(tokenId);
    Arguments.instant(at, "at");
    long micros = Micros.floor(at);
    database.changeWithoutSync(
        session ->
            Optional.of(
                session
                    .createNativeMutationQuery(RECORD)
                    .setParameter("at", micros)
                    .setParameter("tokenId", tokenId)
                    .executeUpdate()));
  }

  @Override
  public Optional<Instant> of(long tokenId) {
    Arguments.tokenId(tokenId);
    return database.read(
        session ->
            session
                .createNativeQuery(LAST_USE, Long.class)
                .setParameter("tokenId", tokenId)
                .uniqueResultOptional()
                .map(Micros::instant));
  }
}
