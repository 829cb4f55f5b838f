package io.latchkey.endpoint.message.user;

import static java.util.Objects.requireNonNull;

import io.latchkey.core.token.TokenIds;
import io.latchkey.endpoint.message.CallException;
import io.latchkey.endpoint.schema.EnumType;
import io.latchkey.endpoint.schema.Field;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import io.latchkey.endpoint.schema.FieldValues;
import io.latchkey.endpoint.schema.MessageType;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.Comparison;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code zitadel.user.v2.PersonalAccessTokensSearchFilter}: what a token must be like.
 *
 * @param condition the filter as the store knows it; absent if it filters by nothing, which is
 *     refused
 */
public record SearchFilter(Optional<TokenCondition> condition) {

  private static final long NOBODYS = 0;

  private static final Field ID = Field.of(1, "id", Scalar.STRING);
  private static final MessageType<String> ID_FILTER =
      new MessageType<>(
          "zitadel.filter.v2.IDFilter",
          List.of(ID),
          values -> values.text(ID),
          (id, values) -> values.set(ID, id));

  private static final EnumType METHOD_TYPE =
      new EnumType(
          "zitadel.filter.v2.TimestampFilterMethod",
          List.of(
              "TIMESTAMP_FILTER_METHOD_EQUALS",
              "TIMESTAMP_FILTER_METHOD_AFTER",
              "TIMESTAMP_FILTER_METHOD_AFTER_OR_EQUALS",
              "TIMESTAMP_FILTER_METHOD_BEFORE",
              "TIMESTAMP_FILTER_METHOD_BEFORE_OR_EQUALS"));

  /** By the numbers of the methods. */
  private static final List<Comparison> METHODS =
      List.of(
          Comparison.EQUAL,
          Comparison.AFTER,
          Comparison.AFTER_OR_EQUAL,
          Comparison.BEFORE,
          Comparison.BEFORE_OR_EQUAL);

  private static final Field TIMESTAMP = Field.of(1, "timestamp", Scalar.TIMESTAMP);
  private static final Field METHOD = Field.of(2, "method", METHOD_TYPE);
  private static final MessageType<Bound> TIMESTAMP_FILTER =
      new MessageType<>(
          "zitadel.filter.v2.TimestampFilter",
          List.of(TIMESTAMP, METHOD),
          Bound::read,
          (bound, values) ->
              values
                  .set(TIMESTAMP, bound.instant())
                  .set(METHOD, METHODS.indexOf(bound.comparison())));

  private static final Field TOKEN_ID = Field.of(1, "token_id_filter", ID_FILTER).in("filter");
  private static final Field USER_ID = Field.of(2, "user_id_filter", ID_FILTER).in("filter");
  private static final Field ORGANIZATION_ID =
      Field.of(3, "organization_id_filter", ID_FILTER).in("filter");
  private static final Field CREATED =
      Field.of(4, "created_date_filter", TIMESTAMP_FILTER).in("filter");
  private static final Field EXPIRES =
      Field.of(5, "expiration_date_filter", TIMESTAMP_FILTER).in("filter");

  /** The message, which a server only reads. */
  public static final MessageType<SearchFilter> TYPE =
      new MessageType<>(
          "zitadel.user.v2.PersonalAccessTokensSearchFilter",
          List.of(TOKEN_ID, USER_ID, ORGANIZATION_ID, CREATED, EXPIRES),
          SearchFilter::read,
          (filter, values) -> {
            throw new IllegalStateException("a server writes no filters");
          });

  /** Refuses a null component. */
  public SearchFilter {
    requireNonNull(condition, "condition");
  }

  private record Bound(Instant instant, Comparison comparison) {

    static Bound read(FieldValues values) {
      int method = (int) values.number(METHOD);
      if (method < 0 || method >= METHODS.size()) {
        throw CallException.malformed("invalid value for field method: no such method");
      }
      return new Bound(values.instant(TIMESTAMP).orElse(Instant.EPOCH), METHODS.get(method));
    }
  }

  private static SearchFilter read(FieldValues values) {
    Optional<TokenCondition> condition =
        values
            .message(TOKEN_ID, ID_FILTER)
            .<TokenCondition>map(id -> new TokenCondition.IdIs(TokenIds.parse(id).orElse(NOBODYS)))
            .or(() -> values.message(USER_ID, ID_FILTER).map(TokenCondition.UserIs::new))
            .or(
                () ->
                    values
                        .message(ORGANIZATION_ID, ID_FILTER)
                        .map(TokenCondition.OrganizationIs::new))
            .or(
                () ->
                    values
                        .message(CREATED, TIMESTAMP_FILTER)
                        .map(b -> new TokenCondition.Created(b.comparison(), b.instant())))
            .or(
                () ->
                    values
                        .message(EXPIRES, TIMESTAMP_FILTER)
                        .map(b -> new TokenCondition.Expires(b.comparison(), b.instant())));
    return new SearchFilter(condition);
  }
}
