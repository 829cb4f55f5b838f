package io.latchkey.hibernate.token;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** A token as its table keeps it. */
@Entity(name = "LatchkeyToken")
@Table(name = "latchkey_token")
public class TokenRow {

  @Id
  @Column(name = "token_id")
  private long tokenId;

  @Embedded private OwnerKey owner;

  @Column(name = "event_sequence")
  private long sequence;

  @Column(name = "digest")
  private byte[] digest;

  @Column(name = "digest_algorithm")
  private String digestAlgorithm;

  @Column(name = "digest_key_id")
  private String digestKeyId;

  @Column(name = "creation_date")
  private long creationDate;

  @Column(name = "change_date")
  private long changeDate;

  @Column(name = "expiration_date")
  private long expirationDate;

  @Column(name = "last_use")
  private @Nullable Long lastUse;

  @Column(name = "scopes")
  private String scopes;

  @Column(name = "name")
  private @Nullable String name;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected TokenRow() {}

  TokenRow(NewToken token, long sequence) {
    this.tokenId = token.tokenId();
    this.owner = OwnerKey.of(token.owner());
    this.sequence = sequence;
    this.digest = token.digest().value();
    this.digestAlgorithm = token.digest().algorithm();
    this.digestKeyId = token.digest().keyId();
    this.creationDate = Micros.floor(token.creationDate());
    this.changeDate = creationDate;
    this.expirationDate = Micros.floor(token.expirationDate());
    this.scopes = String.join(" ", token.scopes());
    this.name = token.name().orElse(null);
  }

  /** Gives a statement the values of all columns but the sequence, by their names in Java. */
  <T> NativeQuery<T> bindTo(NativeQuery<T> statement) {
    return statement
        .setParameter("tokenId", tokenId)
        .setParameter("organizationId", owner.organizationId())
        .setParameter("userId", owner.userId())
        .setParameter("digest", digest)
        .setParameter("algorithm", digestAlgorithm)
        .setParameter("keyId", digestKeyId)
        .setParameter("creationDate", creationDate)
        .setParameter("expirationDate", expirationDate)
        .setParameter("scopes", scopes)
        .setParameter("name", name, String.class);
  }

  long tokenId() {
    return tokenId;
  }

  /** What the row is sorted by: a Long or a String. */
  Object sortValue(TokenOrder.Field field) {
    return switch (field) {
      case CREATION_DATE -> creationDate;
      case TOKEN_ID -> tokenId;
      case USER_ID -> owner.userId();
      case ORGANIZATION_ID -> owner.organizationId();
      case EXPIRATION_DATE -> expirationDate;
    };
  }

  StoredToken toToken() {
    return new StoredToken(
        tokenId,
        owner.toOwner(),
        sequence,
        Micros.instant(creationDate),
        Micros.instant(changeDate),
        Micros.instant(expirationDate),
        scopes.isEmpty() ? List.of() : List.of(scopes.split(" ")),
        Optional.ofNullable(name));
  }

  /** Shows the id only: neither digest nor name. */
  @Override
  public String toString() {
    return "TokenRow[" + tokenId + "]";
  }
}
