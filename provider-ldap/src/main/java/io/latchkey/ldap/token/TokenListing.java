package io.latchkey.ldap.token;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.List;
import java.util.Optional;

/**
 * Lists tokens page by page. Directories neither sort nor count as we need it, so all tokens that
 * match are looked at for each page; only those of the page are kept.
 */
final class TokenListing {

  private final Container container;

  TokenListing(Container container) {
    this.container = container;
  }

  TokenPage page(TokenQuery query) {
    Optional<TokenCursor> cursor = query.cursor().map(text -> TokenCursor.parse(text, query));
    Optional<Filter> filter = TokenFilter.allOf(query.conditions());
    if (filter.isEmpty()) {
      container.access().requireOpen();
      return new TokenPage(List.of(), 0, Optional.empty());
    }
    return container
        .access()
        .collect(
            container.base(),
            SearchScope.ONE,
            filter.get(),
            () -> new PageCollector(query, cursor.map(TokenCursor::place)),
            (page, entry) -> page.add(new TokenEntry(entry)),
            TokenEntry.ATTRIBUTES)
        .page();
  }
}
