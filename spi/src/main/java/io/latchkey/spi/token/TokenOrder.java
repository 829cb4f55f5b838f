package io.latchkey.spi.token;

import static java.util.Objects.requireNonNull;

/**
 * In which order tokens are listed. Tokens that are equal by the field come by token id, in the
 * same direction, so that the order is always total.
 *
 * @param field what is compared; ids of users and organizations by Unicode code point
 * @param ascending true for the smallest first
 */
public record TokenOrder(Field field, boolean ascending) {

  /** By creation, newest first. */
  public static final TokenOrder NEWEST_FIRST = new TokenOrder(Field.CREATION_DATE, false);

  /** Refuses a null component. */
  public TokenOrder {
    requireNonNull(field, "field");
  }

  /** What is compared. */
  public enum Field {
    /** When the token was created. */
    CREATION_DATE,
    /** The id of the token, as a number. */
    TOKEN_ID,
    /** The user that the token stands for. */
    USER_ID,
    /** The organization that the token belongs to. */
    ORGANIZATION_ID,
    /** When the token expires. */
    EXPIRATION_DATE
  }
}
