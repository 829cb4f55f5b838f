package io.latchkey.hibernate.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who has which role where.
 *
 * @param userId the user
 * @param organizationId the organization; {@link #WHOLE_INSTANCE} for all of them
 * @param role the role
 */
@Embeddable
public record MembershipKey(
    @Column(name = "user_id") String userId,
    @Column(name = "organization_id") String organizationId,
    @Column(name = "role") String role) {

  /** Stands for the whole instance; no organization has an empty id. */
  public static final String WHOLE_INSTANCE = "";
}
