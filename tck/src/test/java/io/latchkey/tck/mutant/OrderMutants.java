package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.simple;

import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Stores that list in the wrong order, or too much or too little of it. */
final class OrderMutants {

  private OrderMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        sorting(
            "TS-49",
            "ids are compared by their UTF-16",
            "ids in the order",
            order ->
                order.field() == TokenOrder.Field.USER_ID
                    ? Optional.of(
                        directed(order, Comparator.comparing(token -> token.owner().userId())))
                    : Optional.empty()),
        sorting(
            "TS-50",
            "equals are in ascending order always",
            "ids of tokens that differ by nothing else",
            order ->
                order.field() == TokenOrder.Field.CREATION_DATE
                    ? Optional.of(
                        directed(order, Comparator.comparing(StoredToken::creationDate))
                            .thenComparing(StoredToken::tokenId))
                    : Optional.empty()),
        paging(
            "TS-51",
            "a limit of one means two",
            "limit 1",
            (query, list) ->
                query.limit() > 1
                    ? list.apply(query)
                    : Rereading.withTokens(
                        list.apply(query), list.apply(with(query, query.offset(), 2)).tokens())),
        paging(
            "TS-52",
            "the offset is an int",
            "the largest offset",
            (query, list) ->
                list.apply(with(query, Math.max(0, (int) query.offset()), query.limit()))),
        paging(
            "TS-53",
            "the total counts from the offset on",
            "total of a page with an offset",
            (query, list) -> {
              TokenPage page = list.apply(query);
              return new TokenPage(
                  page.tokens(), Math.max(0, page.total() - query.offset()), page.next());
            }),
        paging(
            "TS-54",
            "a page is cut after 500 tokens",
            "ids of a page of 1000",
            (query, list) -> {
              TokenPage page = list.apply(query);
              List<StoredToken> tokens = page.tokens();
              return Rereading.withTokens(page, tokens.subList(0, Math.min(500, tokens.size())));
            }));
  }

  private static Comparator<StoredToken> directed(
      TokenOrder order, Comparator<StoredToken> ascending) {
    return order.ascending() ? ascending : ascending.reversed();
  }

  /** Sorts anew what comes on one page. */
  private static TokenMutant sorting(
      String rule,
      String wrong,
      String seen,
      Function<TokenOrder, Optional<Comparator<StoredToken>>> orders) {
    return ListMutants.answering(
        rule,
        wrong,
        seen,
        (tokens, query) ->
            orders
                .apply(query.order())
                .filter(order -> query.cursor().isEmpty() && query.offset() == 0)
                .filter(order -> tokens.size() < query.limit())
                .map(order -> tokens.stream().sorted(order).toList())
                .orElse(tokens));
  }

  static TokenQuery with(TokenQuery query, long offset, int limit) {
    return new TokenQuery(query.conditions(), query.order(), query.cursor(), offset, limit);
  }

  /** Makes a page by other queries. */
  static TokenMutant paging(
      String rule,
      String wrong,
      String seen,
      BiFunction<TokenQuery, Function<TokenQuery, TokenPage>, TokenPage> page) {
    return simple(
        rule,
        wrong,
        seen,
        right ->
            new ForwardingTokenStore(right) {
              @Override
              public TokenPage list(TokenQuery query) {
                return query == null ? super.list(query) : page.apply(query, super::list);
              }
            });
  }
}
