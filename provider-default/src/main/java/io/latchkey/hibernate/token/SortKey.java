package io.latchkey.hibernate.token;

import io.latchkey.spi.token.TokenOrder;

/**
 * The expressions that tokens are sorted by.
 *
 * @param expression what stands for the field
 * @param isText whether its values are texts, not numbers
 * @param ascending whether the smallest comes first
 */
record SortKey(String expression, boolean isText, boolean ascending) {

  static SortKey of(TokenOrder order) {
    boolean ascending = order.ascending();
    return switch (order.field()) {
      case CREATION_DATE -> new SortKey("t.creationDate", false, ascending);
      case TOKEN_ID -> new SortKey("t.tokenId", false, ascending);
      case USER_ID -> new SortKey("t.owner.userId", true, ascending);
      case ORGANIZATION_ID -> new SortKey("t.owner.organizationId", true, ascending);
      case EXPIRATION_DATE -> new SortKey("t.expirationDate", false, ascending);
    };
  }

  /** The order, total by the token id. */
  String hql() {
    String direction = ascending ? " asc" : " desc";
    return comparable(expression) + direction + ", t.tokenId" + direction;
  }

  After after(Object value, long tokenId) {
    return new After(this, value, tokenId);
  }

  /** Databases that compare texts by something else than code points have a function for it. */
  private String comparable(String text) {
    return isText ? "code_points(" + text + ")" : text;
  }

  /**
   * The predicate that a token comes after a place in the order.
   *
   * @param key the order
   * @param value the sort value of the place
   * @param tokenId the token of the place
   */
  record After(SortKey key, Object value, long tokenId) {

    /** First a bound that an index can serve, then what it lets through too much. */
    String hql(String valuePlace, String idPlace) {
      String left = key.comparable(key.expression);
      String right = key.comparable(valuePlace);
      String beyond = key.ascending ? " > " : " < ";
      return "%1$s%3$s= %2$s and (%1$s%3$s %2$s or t.tokenId%3$s%4$s)"
          .formatted(left, right, beyond.stripTrailing(), idPlace);
    }
  }
}
