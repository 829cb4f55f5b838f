package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.latchkey.spi.token.TokenOwner;
import java.util.List;
import java.util.Optional;

/** Reads the partition of an owner. */
final class OwnerTokens {

  private final ClusterAccess access;

  OwnerTokens(ClusterAccess access) {
    this.access = access;
  }

  /**
   * The number of the owner's last event.
   *
   * @param settled whether to bring to an end first what Paxos has begun
   * @return 0 if there was none
   */
  long lastSequence(Deadline deadline, TokenOwner owner, boolean settled) {
    return read(deadline, settled, statements -> statements.lastSequence(owner)).stream()
        .findFirst()
        .map(row -> row.getLong("last_sequence"))
        .orElse(0L);
  }

  /** An attempt to create a token; absent while it is neither a token nor aborted. */
  Optional<TokenRow> attempt(Deadline deadline, Claim holder, boolean settled) {
    return attempts(read(deadline, settled, statements -> statements.attempt(holder))).stream()
        .findFirst();
  }

  Optional<TokenRow> live(Deadline deadline, TokenOwner owner, long tokenId, boolean settled) {
    return attempts(read(deadline, settled, statements -> statements.token(owner, tokenId)))
        .stream()
        .filter(TokenRow::isLive)
        .findFirst();
  }

  List<TokenRow> allLive(Deadline deadline, TokenOwner owner, boolean settled) {
    return attempts(
            read(
                deadline,
                settled,
                statements -> statements.tokens(owner.organizationId(), owner.userId())))
        .stream()
        .filter(TokenRow::isLive)
        .toList();
  }

  private List<Row> read(Deadline deadline, boolean settled, Query query) {
    return settled ? access.readSettled(deadline, query) : access.read(deadline, query);
  }

  private static List<TokenRow> attempts(List<Row> rows) {
    return rows.stream().map(TokenRow::new).filter(TokenRow::isThere).toList();
  }
}
