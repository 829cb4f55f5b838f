package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.Filter;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.Comparison;
import io.latchkey.spi.token.TokenCondition.Created;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server is asked for, so that it need not give out every token. It may give out more than
 * meets the conditions: each token is looked at again. A filter that is absent matches no token.
 */
final class TokenFilter {

  static final Filter TOKENS =
      Filter.createEqualityFilter(TokenSchema.OBJECT_CLASS, TokenSchema.TOKEN);

  /** More characters no id has. */
  private static final int MAX_ID_LENGTH = 200;

  private TokenFilter() {}

  static Optional<Filter> allOf(List<TokenCondition> conditions) {
    List<Optional<Filter>> filters = conditions.stream().map(TokenFilter::of).toList();
    return filters.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            Filter.createANDFilter(
                Stream.concat(Stream.of(TOKENS), filters.stream().flatMap(Optional::stream))
                    .toList()))
        : Optional.empty();
  }

  private static Optional<Filter> of(TokenCondition condition) {
    if (condition instanceof IdIs id) {
      return Optional.of(id.tokenId())
          .filter(tokenId -> tokenId > 0)
          .map(tokenId -> equality(TokenSchema.TOKEN_ID, Long.toString(tokenId)));
    } else if (condition instanceof UserIs user) {
      return text(TokenSchema.USER, user.userId());
    } else if (condition instanceof OrganizationIs organization) {
      return text(TokenSchema.ORGANIZATION, organization.organizationId());
    } else if (condition instanceof Created created) {
      return Optional.of(date(TokenSchema.CREATION_DATE, created.comparison(), created.instant()));
    } else if (condition instanceof Expires expires) {
      return Optional.of(
          date(TokenSchema.EXPIRATION_DATE, expires.comparison(), expires.instant()));
    } else {
      return anyOf(((AnyOf) condition).conditions());
    }
  }

  private static Optional<Filter> anyOf(List<TokenCondition> conditions) {
    List<Filter> filters =
        conditions.stream().map(TokenFilter::of).flatMap(Optional::stream).toList();
    return filters.isEmpty() ? Optional.empty() : Optional.of(Filter.createORFilter(filters));
  }

  private static Optional<Filter> text(String attribute, String id) {
    return id.isEmpty() || id.length() > MAX_ID_LENGTH
        ? Optional.empty()
        : Optional.of(equality(attribute, id));
  }

  private static Filter equality(String attribute, String value) {
    return Filter.createEqualityFilter(attribute, value);
  }

  /** LDAP knows no "strictly". */
  private static Filter date(String attribute, Comparison comparison, Instant instant) {
    String value = Micros.floor(instant);
    return switch (comparison) {
      case EQUAL -> equality(attribute, value);
      case AFTER, AFTER_OR_EQUAL -> Filter.createGreaterOrEqualFilter(attribute, value);
      case BEFORE, BEFORE_OR_EQUAL -> Filter.createLessOrEqualFilter(attribute, value);
    };
  }
}
