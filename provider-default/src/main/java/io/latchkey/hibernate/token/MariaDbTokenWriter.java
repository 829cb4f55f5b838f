package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;

/** Creates tokens on MariaDB by one block of statements. */
final class MariaDbTokenWriter extends OneStatementTokenWriter {

  /**
   * Microseconds since 1970 at the very moment, where the session is in UTC: other zones have an
   * hour twice a year.
   */
  static final String NOW = "cast(unix_timestamp(sysdate(6)) * 1000000 as signed)";

  /** The server undoes only the statement that fails, so the block undoes the rest. */
  private static final String CREATE =
      """
      begin not atomic
        declare next bigint;
        declare exit handler for sqlexception begin rollback; resignal; end;
        start transaction;
        insert into latchkey_event_counter (organization_id, user_id, last_sequence)
        values (:organizationId, :userId, 1)
        on duplicate key update last_sequence = last_sequence + 1;
        select last_sequence into next from latchkey_event_counter
        where organization_id = :organizationId and user_id = :userId;
        insert into latchkey_token (
          token_id, organization_id, user_id, event_sequence, digest, digest_algorithm,
          digest_key_id, creation_date, change_date, expiration_date, scopes, name)
        values (:tokenId, :organizationId, :userId, next, :digest, :algorithm,
          :keyId, :creationDate, :creationDate, :expirationDate, :scopes, :name);
        commit;
        select next as number;
      end""";

  /**
   * Creates a writer.
   *
   * @param database the database
   * @param removals where other servers learn of removals
   */
  MariaDbTokenWriter(Transactions database, RemovalLog removals) {
    super(database, removals, CREATE);
  }
}
