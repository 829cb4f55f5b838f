package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDates;
import static io.latchkey.tck.Samples.withOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cursors of {@link io.latchkey.spi.token.TokenStore#list}. */
public abstract class TokenPagingContract extends TokenStoreTopic {

  private static final List<TokenCondition> ALL = List.of();
  private static final int FIRST_STABLE = 1_000_001;
  private static final int LAST_STABLE = 1_000_100;
  private static final TokenPage EMPTY = new TokenPage(List.of(), 0, Optional.empty());

  /** For the {@link TokenStoreContract}. */
  TokenPagingContract() {}

  @Rule("TS-55")
  @TestFactory
  public final Stream<DynamicTest> next_leadsThroughAllTokensInOrder() {
    create(1, 20);
    for (int id = 21; id <= 25; id++) {
      created(withOwner(sample(id), SAME_USER_ID));
    }
    List<StoredToken> all = listed();
    return TokenOrderContract.orders()
        .map(
            order ->
                dynamicTest(
                    order.toString(),
                    () ->
                        assertThat(ids(walked(ALL, order, 4)))
                            .as("ids of the pages of four, in the order %s", order)
                            .isEqualTo(
                                ids(
                                    all.stream()
                                        .sorted(TokenOrderContract.comparator(order))
                                        .toList()))));
  }

  @Rule("TS-56")
  @Test
  public final void next_keepsToTheConditions() {
    create(1, 10);
    created(token(SAME_USER_ID, 11));

    assertThat(ids(walked(List.of(new OrganizationIs("org-1")), BY_ID, 3)))
        .as("ids of the pages of three of one organization")
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Rule("TS-57")
  @Test
  public final void next_isPresentJustIfMoreFollows() {
    assertThat(first(3)).as("page of an empty store").isEqualTo(EMPTY);
    create(1, 3);
    assertThat(first(3).next()).as("next of a page that ends with the last token").isEmpty();
    assertThat(store.list(query(ALL, BY_ID, 3, 1)).next()).as("next of an empty page").isEmpty();
    create(4, 4);
    assertThat(first(3).next()).as("next of a page with one token behind it").isPresent();
    create(5, 5);
    assertThat(after(first(3), BY_ID, 3).next()).as("next of the last page").isEmpty();
  }

  @Rule("TS-58")
  @Test
  public final void cursor_goesWithOffsetAndLimit() {
    create(1, 6);
    TokenQuery withOffset = new TokenQuery(ALL, BY_ID, first(2).next(), 1, 2);

    assertThat(ids(after(store.list(query(ALL, BY_ID, 1, 2)), BY_ID, 10).tokens()))
        .as("ids behind a page with an offset")
        .containsExactly(4L, 5L, 6L);
    assertThat(ids(store.list(withOffset).tokens()))
        .as("ids at the offset 1 behind a page of two")
        .containsExactly(4L, 5L);
    assertThat(ids(after(first(2), BY_ID, 3).tokens()))
        .as("ids behind a page of two, with the limit 3")
        .containsExactly(3L, 4L, 5L);
  }

  @Rule("TS-59")
  @Test
  public final void cursor_usedTwice_answersTheSame() {
    create(1, 6);
    TokenPage page = first(2);

    assertThat(after(page, BY_ID, 2))
        .as("the page behind a cursor that was used before")
        .isEqualTo(after(page, BY_ID, 2));
  }

  @Rule("TS-60")
  @Test
  public final void cursor_whenTokensCameAndWent_goesOn() {
    create(11, 15);
    TokenPage behindTwo = first(2);
    TokenPage behindFour = first(4);

    store.remove(OWNER, 12, NOW);
    create(1, 3);
    assertThat(ids(after(behindTwo, BY_ID, 10).tokens()))
        .as("ids behind a token that was removed, with others before it that are new")
        .containsExactly(13L, 14L, 15L);

    store.remove(OWNER, 15, NOW);
    assertThat(after(behindFour, BY_ID, 10))
        .as("the page behind a cursor when all behind it was removed")
        .isEqualTo(new TokenPage(List.of(), 6, Optional.empty()));
  }

  @Rule("TS-61")
  @TestFactory
  public final Stream<DynamicTest> pages_whileOthersWrite_repeatAndMissNothing() {
    create(FIRST_STABLE, LAST_STABLE);
    // The first and the last in every order.
    created(withDates(token(OWNER, 1), NOW.minusSeconds(1), NOW.minusSeconds(1)));
    created(withDates(token(OWNER, 9_999_999), NOW.plusSeconds(99), NOW.plusSeconds(99)));
    AtomicLong rounds = new AtomicLong(1);
    return TokenOrderContract.orders()
        .map(
            order ->
                dynamicTest(order.toString(), () -> assertStableWhileOthersWrite(order, rounds)));
  }

  @Rule("TS-62")
  @TestFactory
  public final Stream<DynamicTest> cursor_thatNoStoreHasMade_isRefused() {
    create(1, 5);
    String good = first(2).next().orElseThrow();
    return Stream.of(
            "",
            " ",
            "2",
            "-1",
            "null",
            "MTIz",
            "'\"%*)(",
            "\u0000",
            good + "x",
            good + good,
            good.substring(0, good.length() - 1),
            good.substring(1))
        .map(cursor -> dynamicTest("\"" + cursor + "\"", () -> assertRefused(cursor, ALL, BY_ID)));
  }

  @Rule("TS-63")
  @Test
  public final void cursor_ofAnotherQuery_isRefused() {
    create(1, 5);
    String cursor = first(2).next().orElseThrow();
    TokenCondition one = new AnyOf(List.of(new UserIs("user-1"), new UserIs("x")));
    TokenCondition readsTheSame = new AnyOf(List.of(new UserIs("user-1], UserIs[userId=x")));

    assertRefused(cursor, ALL, new TokenOrder(TokenOrder.Field.TOKEN_ID, false));
    assertRefused(cursor, ALL, new TokenOrder(TokenOrder.Field.CREATION_DATE, true));
    assertRefused(cursor, List.of(new UserIs("user-1")), BY_ID);
    assertRefused(
        store.list(query(List.of(one), BY_ID, 0, 2)).next().orElseThrow(),
        List.of(readsTheSame),
        BY_ID);
  }

  private void assertRefused(String cursor, List<TokenCondition> conditions, TokenOrder order) {
    TokenQuery query = new TokenQuery(conditions, order, Optional.of(cursor), 0, 10);

    assertThatThrownBy(
            () -> store.list(query),
            "list with the cursor \"%s\" of another query, or of none",
            cursor)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  /** Between two pages another thread creates and removes tokens around those that stay. */
  private void assertStableWhileOthersWrite(TokenOrder order, AtomicLong rounds) {
    AtomicBoolean done = new AtomicBoolean();
    Semaphore written = new Semaphore(0);
    Callable<List<StoredToken>> reader =
        () -> {
          try {
            return walkedAfterWrites(order, written);
          } finally {
            done.set(true);
          }
        };
    Callable<List<StoredToken>> writer =
        () -> {
          while (!done.get()) {
            long round = rounds.incrementAndGet();
            created(sample(round));
            created(sample(2_000_000 + round));
            written.release();
            store.remove(OWNER, round, NOW);
            store.remove(OWNER, 2_000_000 + round, NOW);
          }
          return List.of();
        };
    List<Long> seen = ids(Together.call(List.of(reader, writer)).get(0));

    assertThat(seen).as("ids of the pages in the order %s", order).doesNotHaveDuplicates();
    assertThat(
            seen.stream().filter(id -> id >= FIRST_STABLE && id <= LAST_STABLE).sorted().toList())
        .as("ids of the tokens that were there all the time, in the order %s", order)
        .isEqualTo(LongStream.rangeClosed(FIRST_STABLE, LAST_STABLE).boxed().toList());
  }

  private List<StoredToken> walkedAfterWrites(TokenOrder order, Semaphore written)
      throws InterruptedException {
    List<StoredToken> tokens = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      written.drainPermits();
      assertThat(written.tryAcquire(60, TimeUnit.SECONDS))
          .as("the writer created a token within 60 s")
          .isTrue();
      TokenPage page = store.list(new TokenQuery(ALL, order, cursor, 0, 20));
      tokens.addAll(page.tokens());
      cursor = page.next();
    } while (cursor.isPresent());
    return tokens;
  }

  private TokenPage first(int limit) {
    return store.list(query(ALL, BY_ID, 0, limit));
  }

  private TokenPage after(TokenPage page, TokenOrder order, int limit) {
    assertThat(page.next()).as("next of a page with tokens behind it").isPresent();
    return store.list(new TokenQuery(ALL, order, page.next(), 0, limit));
  }

  private void create(int first, int last) {
    List<NewToken> tokens = new ArrayList<>();
    for (int id = first; id <= last; id++) {
      tokens.add(sample(id));
    }
    createAll(tokens);
  }

  /** Dates that go up and down again with the ids, and are often equal. */
  private static NewToken sample(long id) {
    return withDates(
        token(OWNER, id), NOW.plusSeconds(id * 7 % 10), NOW.plusNanos(id * 3 % 8 * 1_000));
  }
}
