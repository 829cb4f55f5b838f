package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What a token must be like to be listed. A query's conditions must all hold. A store that meets a
 * condition it does not know, since it was added later, looks at each token by {@link #holds}.
 */
public sealed interface TokenCondition {

  /**
   * Whether the condition holds for a token: the meaning of each condition, for stores that can do
   * no better than to look at each token.
   *
   * @param token a token
   * @return true if it holds
   */
  boolean holds(StoredToken token);

  /**
   * The token has this id.
   *
   * @param tokenId any number; one that no token can have matches none
   */
  record IdIs(long tokenId) implements TokenCondition {
    @Override
    public boolean holds(StoredToken token) {
      return token.tokenId() == tokenId;
    }
  }

  /**
   * The token stands for this user, compared character by character.
   *
   * @param userId the user's id
   */
  record UserIs(String userId) implements TokenCondition {

    /** Refuses a null component. */
    public UserIs {
      requireNonNull(userId, "userId");
    }

    @Override
    public boolean holds(StoredToken token) {
      return token.owner().userId().equals(userId);
    }
  }

  /**
   * The token belongs to this organization, compared character by character.
   *
   * @param organizationId the organization's id
   */
  record OrganizationIs(String organizationId) implements TokenCondition {

    /** Refuses a null component. */
    public OrganizationIs {
      requireNonNull(organizationId, "organizationId");
    }

    @Override
    public boolean holds(StoredToken token) {
      return token.owner().organizationId().equals(organizationId);
    }
  }

  /**
   * The creation date compares so to an instant.
   *
   * @param comparison how: {@code BEFORE} means that the creation date is before the instant
   * @param instant the instant, of any precision
   */
  record Created(Comparison comparison, Instant instant) implements TokenCondition {

    /** Refuses a null component. */
    public Created {
      requireNonNull(comparison, "comparison");
      requireNonNull(instant, "instant");
    }

    @Override
    public boolean holds(StoredToken token) {
      return comparison.holds(token.creationDate(), instant);
    }
  }

  /**
   * The expiration date compares so to an instant.
   *
   * @param comparison how: {@code BEFORE} means that the expiration date is before the instant
   * @param instant the instant, of any precision
   */
  record Expires(Comparison comparison, Instant instant) implements TokenCondition {

    /** Refuses a null component. */
    public Expires {
      requireNonNull(comparison, "comparison");
      requireNonNull(instant, "instant");
    }

    @Override
    public boolean holds(StoredToken token) {
      return comparison.holds(token.expirationDate(), instant);
    }
  }

  /**
   * At least one of these holds.
   *
   * @param conditions the alternatives; copied; none means that no token matches
   */
  record AnyOf(List<TokenCondition> conditions) implements TokenCondition {

    /** Takes a copy. */
    public AnyOf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(StoredToken token) {
      return conditions.stream().anyMatch(condition -> condition.holds(token));
    }
  }

  /** How two instants compare. */
  enum Comparison {
    /** The same instant. */
    EQUAL,
    /** Strictly after. */
    AFTER,
    /** After, or the same instant. */
    AFTER_OR_EQUAL,
    /** Strictly before. */
    BEFORE,
    /** Before, or the same instant. */
    BEFORE_OR_EQUAL;

    /**
     * Compares.
     *
     * @param left the date of a token
     * @param right the instant of a condition
     * @return whether left stands so to right
     */
    public boolean holds(Instant left, Instant right) {
      int order = left.compareTo(right);
      return switch (this) {
        case EQUAL -> order == 0;
        case AFTER -> order > 0;
        case AFTER_OR_EQUAL -> order >= 0;
        case BEFORE -> order < 0;
        case BEFORE_OR_EQUAL -> order <= 0;
      };
    }
  }
}
