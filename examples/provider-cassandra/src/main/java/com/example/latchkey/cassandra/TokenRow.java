package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.data.UdtValue;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to create a token, as the partition of its owner shows it: a token that lives, or one
 * that is gone. What is neither is not there.
 */
final class TokenRow {

  private final Row row;
  private final @Nullable UdtValue live;
  private final @Nullable UdtValue gone;

  TokenRow(Row row) {
    this.row = row;
    this.live = row.getUdtValue("live");
    this.gone = row.getUdtValue("gone");
  }

  static UdtValue live(UserDefinedType type, NewToken token, long sequence) {
    UdtValue value =
        type.newValue()
            .setString("digest_name", Names.of(token.digest()))
            .setLong("sequence", sequence)
            .setLong("created", Micros.of(token.creationDate()))
            .setLong("expires", Micros.of(token.expirationDate()))
            .setList("scopes", token.scopes(), String.class);
    return token.name().map(name -> value.setString("name", name)).orElse(value);
  }

  /** What is left of this token when it goes; with 0 for a removal that is no event. */
  UdtValue gone(UserDefinedType type, UUID by, long removalSequence) {
    UdtValue value = type.newValue().setLong("sequence", sequence()).setUuid("removed_by", by);
    return removalSequence == 0 ? value : value.setLong("removal_sequence", removalSequence);
  }

  /** Whether it is there; a partition without a token has a row that says so. */
  boolean isThere() {
    return live != null || gone != null;
  }

  boolean isLive() {
    return live != null;
  }

  /** Whether it is or was a token; an attempt that was aborted never was. */
  boolean wasCreated() {
    return live != null || (gone != null && !gone.isNull("sequence"));
  }

  boolean wasRemovedBy(UUID call) {
    return gone != null && call.equals(gone.getUuid("removed_by"));
  }

  long tokenId() {
    return row.getLong("token_id");
  }

  UUID attempt() {
    return Rows.present(row.getUuid("attempt"), "attempt");
  }

  /** The number of the event that created it. */
  long sequence() {
    return Rows.present(live == null ? gone : live, "live").getLong("sequence");
  }

  /** The number of the event that removed it; 0 if that was no event. */
  long removalSequence() {
    return Rows.present(gone, "gone").getLong("removal_sequence");
  }

  String digestName() {
    return Rows.present(Rows.present(live, "live").getString("digest_name"), "digest_name");
  }

  Instant expirationDate() {
    return Micros.instant(Rows.present(live, "live").getLong("expires"));
  }

  StoredToken token() {
    UdtValue value = Rows.present(live, "live");
    List<String> scopes = value.getList("scopes", String.class);
    Instant created = Micros.instant(value.getLong("created"));
    return new StoredToken(
        tokenId(),
        new TokenOwner(Rows.text(row, "organization_id"), Rows.text(row, "user_id")),
        sequence(),
        created,
        created,
        expirationDate(),
        scopes == null ? List.of() : scopes,
        Optional.ofNullable(value.getString("name")));
  }
}
