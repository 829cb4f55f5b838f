package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.latchkey.spi.token.TokenOwner;
import java.util.UUID;

/**
 * Who holds a token id or a digest. It counts only if the owner's partition has that attempt alive.
 *
 * @param owner whose token it is to be
 * @param tokenId the id of the token
 * @param attempt tells the tries to create it apart
 */
record Claim(TokenOwner owner, long tokenId, UUID attempt) {

  static Claim of(Row row) {
    return new Claim(
        new TokenOwner(Rows.text(row, "organization_id"), Rows.text(row, "user_id")),
        row.getLong("token_id"),
        Rows.uuid(row, "attempt"));
  }
}
