package com.example.latchkey.cassandra;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** One page in the making. It keeps no more tokens than offset and limit ask for, and one. */
final class Page {

  private final TokenQuery query;
  private final Comparator<Place> order;
  private final Optional<Place> after;
  private final long kept;

  /** The last in the order comes first: that is the one to drop. */
  private final PriorityQueue<Entry> entries;

  private long total;

  private record Entry(Place place, StoredToken token) {}

  Page(TokenQuery query) {
    this.query = query;
    this.order = query.order().ascending() ? Place.ASCENDING : Place.ASCENDING.reversed();
    this.after = query.cursor().map(text -> Cursor.parse(text, query));
    long room = Long.MAX_VALUE - query.limit() - 1;
    this.kept = Math.min(query.offset(), room) + query.limit() + 1;
    this.entries = new PriorityQueue<>(Comparator.comparing(Entry::place, order.reversed()));
  }

  void add(StoredToken token) {
    total++;
    Place place = Place.of(token, query.order().field());
    if (after.isPresent() && order.compare(place, after.get()) <= 0) {
      return;
    }
    entries.add(new Entry(place, token));
    if (entries.size() > kept) {
      entries.remove();
    }
  }

  TokenPage result() {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Entry::place, order));
    int start = (int) Math.min(query.offset(), sorted.size());
    int end = Math.min(start + query.limit(), sorted.size());
    return new TokenPage(
        sorted.subList(start, end).stream().map(Entry::token).toList(),
        total,
        end < sorted.size() && end > start
            ? Optional.of(Cursor.text(sorted.get(end - 1).place(), query))
            : Optional.empty());
  }
}
