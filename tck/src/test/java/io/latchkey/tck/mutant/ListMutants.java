package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.simple;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.Created;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stores that pick wrongly what they list. */
final class ListMutants {

  private static final String LISTED = "ids of the tokens that are listed by";

  private ListMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        answering(
            "TS-41",
            "tokens without scopes are missing in a list without conditions",
            "list without conditions",
            (page, query) ->
                page.stream()
                    .filter(t -> !query.conditions().isEmpty() || !t.scopes().isEmpty())
                    .toList()),
        dropping(
            "TS-42",
            "a negative id means any",
            condition -> condition instanceof IdIs id && id.tokenId() < 0),
        dropping(
            "TS-43",
            "a star means any user",
            condition -> condition instanceof UserIs user && user.userId().equals("*")),
        dropping(
            "TS-44",
            "an underscore at the end of an organization id means anything",
            condition ->
                condition instanceof OrganizationIs organization
                    && organization.organizationId().endsWith("_")),
        asking(
            "TS-45",
            "instants are rounded down to microseconds",
            conditions -> conditions.stream().map(ListMutants::rounded).toList()),
        asking("TS-46", "of two conditions of one kind the last wins", ListMutants::lastOfEachKind),
        answering(
            "TS-47",
            "a token that meets two of several conditions comes twice",
            LISTED,
            (page, query) -> page.stream().flatMap(token -> onceForEachMet(token, query)).toList()),
        dropping(
            "TS-48",
            "any of none means any",
            condition -> condition instanceof AnyOf any && any.conditions().isEmpty()),
        asking(
            "TS-48",
            "of some times a hundred conditions the first hundred count",
            conditions -> conditions.stream().map(ListMutants::firstHundred).toList()));
  }

  private static TokenCondition rounded(TokenCondition condition) {
    if (condition instanceof Created created) {
      return new Created(created.comparison(), created.instant().truncatedTo(ChronoUnit.MICROS));
    }
    if (condition instanceof Expires expires) {
      return new Expires(expires.comparison(), expires.instant().truncatedTo(ChronoUnit.MICROS));
    }
    return condition;
  }

  private static TokenCondition firstHundred(TokenCondition condition) {
    return condition instanceof AnyOf any ? new AnyOf(leaves(any).limit(100).toList()) : condition;
  }

  private static Stream<TokenCondition> leaves(AnyOf any) {
    return any.conditions().stream()
        .flatMap(each -> each instanceof AnyOf inner ? leaves(inner) : Stream.of(each));
  }

  private static List<TokenCondition> lastOfEachKind(List<TokenCondition> conditions) {
    Map<Class<?>, TokenCondition> last = new LinkedHashMap<>();
    conditions.forEach(condition -> last.put(condition.getClass(), condition));
    return List.copyOf(last.values());
  }

  private static Stream<StoredToken> onceForEachMet(StoredToken token, TokenQuery query) {
    long met =
        query.conditions().stream()
            .filter(AnyOf.class::isInstance)
            .flatMap(any -> ((AnyOf) any).conditions().stream())
            .filter(condition -> condition.holds(token))
            .count();
    return Stream.generate(() -> token).limit(Math.max(1, met));
  }

  private static TokenMutant dropping(
      String rule, String wrong, Predicate<TokenCondition> dropped) {
    return asking(rule, wrong, conditions -> conditions.stream().filter(dropped.negate()).toList());
  }

  private static TokenMutant asking(
      String rule, String wrong, UnaryOperator<List<TokenCondition>> conditions) {
    return simple(
        rule,
        wrong,
        LISTED,
        right ->
            new ForwardingTokenStore(right) {
              @Override
              public TokenPage list(TokenQuery query) {
                return query == null
                    ? super.list(query)
                    : super.list(withConditions(query, conditions.apply(query.conditions())));
              }
            });
  }

  static TokenQuery withConditions(TokenQuery query, List<TokenCondition> conditions) {
    return new TokenQuery(conditions, query.order(), query.cursor(), query.offset(), query.limit());
  }

  static TokenMutant answering(
      String rule,
      String wrong,
      String seen,
      BiFunction<List<StoredToken>, TokenQuery, List<StoredToken>> change) {
    return simple(
        rule,
        wrong,
        seen,
        right ->
            new ForwardingTokenStore(right) {
              @Override
              public TokenPage list(TokenQuery query) {
                TokenPage page = super.list(query);
                return Rereading.withTokens(page, change.apply(page.tokens(), query));
              }
            });
  }
}
