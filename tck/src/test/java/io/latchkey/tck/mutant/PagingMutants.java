package io.latchkey.tck.mutant;

import static io.latchkey.tck.mutant.TokenMutant.sharing;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.ForwardingTokenStore;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Stores whose pages do not follow each other as they must. */
final class PagingMutants {

  /** Leads behind the last token. */
  private static final String END = "the-end";

  private PagingMutants() {}

  static List<TokenMutant> all() {
    return List.of(
        walking(
            "TS-55",
            "by organization, a page begins with the next organization",
            "ids of the pages of four",
            (page, before, query, right) ->
                query.order().field() == TokenOrder.Field.ORGANIZATION_ID
                        && page.tokens().stream().anyMatch(t -> !sameOrganization(t, before))
                    ? Rereading.withTokens(
                        page,
                        page.tokens().stream().filter(t -> !sameOrganization(t, before)).toList())
                    : page),
        walking(
            "TS-56",
            "a page behind a cursor forgets the conditions",
            "ids of the pages of three",
            (page, before, query, right) ->
                query.conditions().isEmpty()
                    ? page
                    : Rereading.withTokens(
                        page,
                        MutantBackend.listed(right).stream()
                            .filter(token -> token.tokenId() > before.tokenId())
                            .limit(query.limit())
                            .toList())),
        OrderMutants.paging(
            "TS-57",
            "a full page always has a next",
            "next of a page that ends with the last token",
            (query, list) -> {
              if (query.cursor().equals(Optional.of(END))) {
                return new TokenPage(List.of(), 0, Optional.empty());
              }
              TokenPage page = list.apply(query);
              return page.next().isEmpty() && page.tokens().size() == query.limit()
                  ? new TokenPage(page.tokens(), page.total(), Optional.of(END))
                  : page;
            }),
        OrderMutants.paging(
            "TS-58",
            "the offset behind a cursor is ignored",
            "ids at the offset 1 behind a page of two",
            (query, list) ->
                query.cursor().isPresent()
                    ? list.apply(OrderMutants.with(query, 0, query.limit()))
                    : list.apply(query)),
        sharing(
            "TS-59",
            "a cursor is good once",
            "the cursor was used",
            () -> {
              Set<String> used = ConcurrentHashMap.newKeySet();
              return (right, backend) -> new Once(right, used);
            }),
        walking(
            "TS-60",
            "a cursor with nothing behind it is refused",
            "nothing is behind the cursor",
            (page, before, query, right) -> {
              if (page.tokens().isEmpty()) {
                throw new IllegalArgumentException("nothing is behind the cursor");
              }
              return page;
            }),
        sharing(
            "TS-61",
            "a page repeats the last token if another thread has written since",
            "ids of the pages in the order",
            () -> {
              Map<String, StoredToken> last = new ConcurrentHashMap<>();
              Map<String, Long> written = new ConcurrentHashMap<>();
              Map<Thread, AtomicLong> writes = new ConcurrentHashMap<>();
              return (right, backend) -> new Repeating(right, last, written, writes);
            }),
        sharing(
            "TS-62",
            "what follows a cursor's end is ignored",
            "list with the cursor",
            () -> {
              Map<String, TokenQuery> known = new ConcurrentHashMap<>();
              return (right, backend) ->
                  new Knowing(right, known) {
                    @Override
                    TokenQuery meant(TokenQuery query, String cursor) {
                      return known.keySet().stream()
                          .filter(cursor::startsWith)
                          .findAny()
                          .map(good -> withCursor(query, good))
                          .orElse(query);
                    }
                  };
            }),
        sharing(
            "TS-63",
            "a cursor brings its own conditions",
            "list with the cursor",
            () -> {
              Map<String, TokenQuery> known = new ConcurrentHashMap<>();
              return (right, backend) ->
                  new Knowing(right, known) {
                    @Override
                    TokenQuery meant(TokenQuery query, String cursor) {
                      return Optional.ofNullable(known.get(cursor))
                          .map(made -> ListMutants.withConditions(query, made.conditions()))
                          .orElse(query);
                    }
                  };
            }));
  }

  private static boolean sameOrganization(StoredToken one, StoredToken other) {
    return one.owner().organizationId().equals(other.owner().organizationId());
  }

  private static TokenQuery withCursor(TokenQuery query, String cursor) {
    return new TokenQuery(
        query.conditions(), query.order(), Optional.of(cursor), query.offset(), query.limit());
  }

  /** Changes a page behind a cursor. */
  @FunctionalInterface
  private interface Step {
    TokenPage change(TokenPage page, StoredToken before, TokenQuery query, TokenStore right);
  }

  private static TokenMutant walking(String rule, String wrong, String seen, Step step) {
    return sharing(
        rule,
        wrong,
        seen,
        () -> {
          Map<String, StoredToken> last = new ConcurrentHashMap<>();
          return (right, backend) ->
              new ForwardingTokenStore(right) {
                @Override
                public TokenPage list(TokenQuery query) {
                  TokenPage page = super.list(query);
                  page.next().ifPresent(next -> last.put(next, lastOf(page)));
                  return query
                      .cursor()
                      .map(last::get)
                      .map(before -> step.change(page, before, query, right))
                      .orElse(page);
                }
              };
        });
  }

  private static StoredToken lastOf(TokenPage page) {
    return page.tokens().get(page.tokens().size() - 1);
  }

  /** Takes each cursor once, until it is given out again. */
  private static final class Once extends ForwardingTokenStore {

    private final Set<String> used;

    Once(TokenStore right, Set<String> used) {
      super(right);
      this.used = used;
    }

    @Override
    public TokenPage list(TokenQuery query) {
      TokenPage page = super.list(query);
      query
          .cursor()
          .filter(cursor -> !used.add(cursor))
          .ifPresent(
              cursor -> {
                throw new IllegalArgumentException("the cursor was used");
              });
      page.next().ifPresent(used::remove);
      return page;
    }
  }

  /** Knows for which query it gave out a cursor. */
  private abstract static class Knowing extends ForwardingTokenStore {

    private final Map<String, TokenQuery> known;

    Knowing(TokenStore right, Map<String, TokenQuery> known) {
      super(right);
      this.known = known;
    }

    abstract TokenQuery meant(TokenQuery query, String cursor);

    @Override
    public TokenPage list(TokenQuery query) {
      TokenPage page =
          super.list(
              query == null
                  ? query
                  : query.cursor().map(cursor -> meant(query, cursor)).orElse(query));
      page.next().ifPresent(next -> known.put(next, query));
      return page;
    }
  }

  /** Counts the writes of each thread. */
  private static final class Repeating extends ForwardingTokenStore {

    private final Map<String, StoredToken> last;
    private final Map<String, Long> written;
    private final Map<Thread, AtomicLong> writes;

    Repeating(
        TokenStore right,
        Map<String, StoredToken> last,
        Map<String, Long> written,
        Map<Thread, AtomicLong> writes) {
      super(right);
      this.last = last;
      this.written = written;
      this.writes = writes;
    }

    @Override
    public CreateResult create(NewToken token) {
      CreateResult result = super.create(token);
      writes.computeIfAbsent(Thread.currentThread(), t -> new AtomicLong()).incrementAndGet();
      return result;
    }

    private long writesOfOthers() {
      return writes.entrySet().stream()
          .filter(entry -> entry.getKey() != Thread.currentThread())
          .mapToLong(entry -> entry.getValue().get())
          .sum();
    }

    @Override
    public TokenPage list(TokenQuery query) {
      long now = writesOfOthers();
      TokenPage page = super.list(query);
      List<StoredToken> tokens = new ArrayList<>(page.tokens());
      query
          .cursor()
          .filter(cursor -> written.getOrDefault(cursor, now) < now)
          .ifPresent(cursor -> tokens.add(0, last.get(cursor)));
      page.next()
          .ifPresent(
              next -> {
                last.put(next, lastOf(page));
                written.put(next, now);
              });
      return Rereading.withTokens(page, tokens);
    }
  }
}
