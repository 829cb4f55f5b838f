package io.latchkey.hibernate.token;

import io.latchkey.hibernate.database.Transactions;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Lists tokens page by page. A page goes on after the last token of the one before. */
final class TokenListing {

  private final Transactions database;

  TokenListing(Transactions database) {
    this.database = database;
  }

  TokenPage page(TokenQuery query) {
    TokenFilter matching = TokenFilter.of(query.conditions());
    SortKey key = SortKey.of(query.order());
    Optional<TokenCursor> cursor = query.cursor().map(text -> TokenCursor.parse(text, query));
    return database.read(
        session -> {
          List<TokenRow> rows = rows(session, query, matching, key, cursor);
          boolean more = rows.size() > query.limit();
          List<TokenRow> shown = more ? rows.subList(0, query.limit()) : rows;
          return new TokenPage(
              shown.stream().map(TokenRow::toToken).toList(),
              total(session, query, matching, rows.size()),
              more
                  ? Optional.of(TokenCursor.after(shown.get(shown.size() - 1), query).text())
                  : Optional.empty());
        });
  }

  /** One row more than is asked for, which tells whether something follows. */
  private static List<TokenRow> rows(
      StatelessSession session,
      TokenQuery query,
      TokenFilter matching,
      SortKey key,
      Optional<TokenCursor> cursor) {
    if (query.offset() > Integer.MAX_VALUE - query.limit() - 1) {
      return List.of(); // JDBC counts rows by int: no such table fits
    }
    TokenFilter from =
        cursor.map(c -> matching.and(key.after(c.value(), c.tokenId()))).orElse(matching);
    var select =
        session.createSelectionQuery(
            "from LatchkeyToken t where " + from.hql() + " order by " + key.hql(), TokenRow.class);
    from.bind(select);
    return select
        .setFirstResult((int) query.offset())
        .setMaxResults(query.limit() + 1)
        .getResultList();
  }

  /** Counts only if the page itself does not tell. */
  private static long total(
      StatelessSession session, TokenQuery query, TokenFilter matching, int rows) {
    boolean isLastPage = rows <= query.limit() && (rows > 0 || query.offset() == 0);
    if (query.cursor().isEmpty() && isLastPage) {
      return query.offset() + rows;
    }
    var count =
        session.createSelectionQuery(
            "select count(*) from LatchkeyToken t where " + matching.hql(), Long.class);
    matching.bind(count);
    return Math.max(count.getSingleResult(), rows);
  }
}
