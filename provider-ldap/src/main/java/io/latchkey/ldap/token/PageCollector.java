package io.latchkey.ldap.token;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sees all tokens in any order and keeps the first ones: those of the page, those that the offset
 * passes over, and one more, which tells whether something follows.
 */
final class PageCollector {

  private final TokenQuery query;
  private final Optional<Place> after;
  private final Comparator<Place> order;
  private final long capacity;
  private final PriorityQueue<Candidate> lastFirst;
  private long total;

  PageCollector(TokenQuery query, Optional<Place> after) {
    this.query = query;
    this.after = after;
    this.order = Place.comparator(query.order());
    this.capacity =
        Math.min(query.offset(), Long.MAX_VALUE - query.limit() - 1) + query.limit() + 1;
    this.lastFirst = new PriorityQueue<>(Comparator.comparing(Candidate::place, order).reversed());
  }

  private record Candidate(Place place, StoredToken token) {}

  void add(TokenEntry entry) {
    if (!entry.isVisible()) {
      return;
    }
    StoredToken token = entry.token();
    if (!query.conditions().stream().allMatch(condition -> condition.holds(token))) {
      return;
    }
    total++;
    Place place = Place.of(token, query.order().field());
    if (after.isEmpty() || order.compare(place, after.get()) > 0) {
      lastFirst.add(new Candidate(place, token));
      if (lastFirst.size() > capacity) {
        lastFirst.remove();
      }
    }
  }

  TokenPage page() {
    List<Candidate> rest =
        lastFirst.stream()
            .sorted(Comparator.comparing(Candidate::place, order))
            .skip(query.offset())
            .toList();
    boolean more = rest.size() > query.limit();
    List<Candidate> shown = more ? rest.subList(0, query.limit()) : rest;
    return new TokenPage(
        shown.stream().map(Candidate::token).toList(),
        total,
        more
            ? Optional.of(TokenCursor.after(shown.get(shown.size() - 1).place(), query).text())
            : Optional.empty());
  }
}
