package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import java.util.Optional;

/**
 * Changes tokens on PostgreSQL by one statement each, which is one round trip and one commit. Its
 * parts see the tables as they were when it began; only a row that they lock is seen as it is once
 * they have the lock.
 */
final class PostgresTokenWriter extends OneStatementTokenWriter {

  /** Microseconds since 1970 at the very moment, not at the begin of the transaction. */
  static final String NOW = "cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";

  private static final String CREATE =
      """
      with counter as (
        insert into latchkey_event_counter as c (organization_id, user_id, last_sequence)
        values (:organizationId, :userId, 1)
        on conflict (organization_id, user_id) do update set last_sequence = c.last_sequence + 1
        returning last_sequence)
      insert into latchkey_token (
        token_id, organization_id, user_id, event_sequence, digest, digest_algorithm,
        digest_key_id, creation_date, change_date, expiration_date, scopes, name)
      select :tokenId, :organizationId, :userId, last_sequence, :digest, :algorithm,
        :keyId, :creationDate, :creationDate, :expirationDate, :scopes, :name
      from counter
      returning event_sequence as number""";

  /** Another one who has removed the token while this waited for the count leaves none to count. */
  private static final String REMOVE =
      """
      with counter as (
        select organization_id, user_id from latchkey_event_counter
        where organization_id = :organizationId and user_id = :userId for update),
      gone as (
        delete from latchkey_token t using counter c
        where t.token_id = :tokenId
          and t.organization_id = c.organization_id and t.user_id = c.user_id
        returning t.organization_id, t.user_id, t.token_id),
      told as (
        insert into latchkey_removal (removed_at, token_id)
        select %s, token_id from gone)
      update latchkey_event_counter e set last_sequence = e.last_sequence + 1 from gone g
      where e.organization_id = g.organization_id and e.user_id = g.user_id
      returning e.last_sequence as number"""
          .formatted(NOW);

  private final Transactions database;

  PostgresTokenWriter(Transactions database, RemovalLog removals) {
    super(database, removals, CREATE);
    this.database = database;
  }

  @Override
  public Optional<Long> remove(OwnerKey owner, long tokenId) {
    return database.changeByOneStatement(
        session ->
            statement(session, REMOVE)
                .setParameter("organizationId", owner.organizationId())
                .setParameter("userId", owner.userId())
                .setParameter("tokenId", tokenId)
                .uniqueResultOptional());
  }
}
