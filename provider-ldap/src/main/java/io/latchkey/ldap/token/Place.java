package io.latchkey.ldap.token;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import java.util.Comparator;

/**
 * Where a token stands in an order.
 *
 * @param number what it is sorted by, as a number: a date in microseconds; 0 if that is a text
 * @param text what it is sorted by, as a text; empty if that is a number
 * @param tokenId the id, which comes next
 */
record Place(long number, String text, long tokenId) {

  private static final Comparator<Place> ASCENDING =
      Comparator.comparingLong(Place::number)
          .thenComparing(Place::text, Place::compareCodePoints)
          .thenComparingLong(Place::tokenId);

  static Place of(StoredToken token, TokenOrder.Field field) {
    return switch (field) {
      case CREATION_DATE -> new Place(Micros.of(token.creationDate()), "", token.tokenId());
      case TOKEN_ID -> new Place(0, "", token.tokenId());
      case USER_ID -> new Place(0, token.owner().userId(), token.tokenId());
      case ORGANIZATION_ID -> new Place(0, token.owner().organizationId(), token.tokenId());
      case EXPIRATION_DATE -> new Place(Micros.of(token.expirationDate()), "", token.tokenId());
    };
  }

  static Comparator<Place> comparator(TokenOrder order) {
    return order.ascending() ? ASCENDING : ASCENDING.reversed();
  }

  /** By char it would be wrong: surrogates stand below some characters of the basic plane. */
  private static int compareCodePoints(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char one = left.charAt(i);
      char other = right.charAt(i);
      if (one != other) {
        return Character.isSurrogate(one) == Character.isSurrogate(other)
            ? Character.compare(one, other)
            : Boolean.compare(Character.isSurrogate(one), Character.isSurrogate(other));
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
