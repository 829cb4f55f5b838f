package io.latchkey.hibernate.token;

import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.Comparison;
import io.latchkey.spi.token.TokenCondition.Created;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.hibernate.query.SelectionQuery;

/**
 * A predicate on tokens {@code t} in HQL. Values are parameters, never part of the text.
 *
 * @param hql the text, with a {@code ?n} for the nth value
 * @param values the values in order
 */
record TokenFilter(String hql, List<Object> values) {

  private static final String NONE = "1 = 0";

  static TokenFilter of(List<TokenCondition> conditions) {
    List<Object> values = new ArrayList<>();
    StringJoiner all = new StringJoiner(" and ");
    all.setEmptyValue("1 = 1");
    conditions.forEach(condition -> all.add(text(condition, values)));
    return new TokenFilter(all.toString(), List.copyOf(values));
  }

  private static String text(TokenCondition condition, List<Object> values) {
    if (condition instanceof IdIs id) {
      return "t.tokenId = " + value(id.tokenId(), values);
    } else if (condition instanceof UserIs user) {
      return "t.owner.userId = " + value(user.userId(), values);
    } else if (condition instanceof OrganizationIs organization) {
      return "t.owner.organizationId = " + value(organization.organizationId(), values);
    } else if (condition instanceof Created created) {
      return date("t.creationDate", created.comparison(), created.instant(), values);
    } else if (condition instanceof Expires expires) {
      return date("t.expirationDate", expires.comparison(), expires.instant(), values);
    } else {
      return anyOf(((AnyOf) condition).conditions(), values);
    }
  }

  private static String date(
      String column, Comparison comparison, Instant instant, List<Object> values) {
    return Micros.operator(comparison, instant)
        .map(operator -> column + " " + operator + " " + value(Micros.floor(instant), values))
        .orElse(NONE);
  }

  private static String anyOf(List<TokenCondition> conditions, List<Object> values) {
    StringJoiner any = new StringJoiner(" or ", "(", ")");
    any.setEmptyValue(NONE);
    conditions.forEach(condition -> any.add(text(condition, values)));
    return any.toString();
  }

  private static String value(Object value, List<Object> values) {
    values.add(value);
    return "?" + values.size();
  }

  /** Both must hold; the places of the second are counted on from the first. */
  TokenFilter and(SortKey.After after) {
    List<Object> both = new ArrayList<>(values);
    String hql = after.hql(value(after.value(), both), value(after.tokenId(), both));
    return new TokenFilter("(" + this.hql + ") and " + hql, List.copyOf(both));
  }

  void bind(SelectionQuery<?> query) {
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
  }
}
