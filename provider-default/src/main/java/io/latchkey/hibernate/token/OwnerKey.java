package io.latchkey.hibernate.token;

import io.latchkey.spi.token.TokenOwner;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The columns of an owner.
 *
 * @param organizationId the organization
 * @param userId the user
 */
@Embeddable
public record OwnerKey(
    @Column(name = "organization_id") String organizationId,
    @Column(name = "user_id") String userId) {

  static OwnerKey of(TokenOwner owner) {
    return new OwnerKey(owner.organizationId(), owner.userId());
  }

  TokenOwner toOwner() {
    return new TokenOwner(organizationId, userId);
  }
}
