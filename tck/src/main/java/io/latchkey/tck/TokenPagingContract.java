package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDates;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cursors of {@link io.latchkey.spi.token.TokenStore#list}. */
public abstract class TokenPagingContract extends TokenStoreTopic {

  private static final List<TokenCondition> ALL = List.of();

  /** For the {@link TokenStoreContract}. */
  TokenPagingContract() {}

  @TestFactory
  public final Stream<DynamicTest> next_leadsThroughAllTokensInOrder() {
    create(1, 25);
    return TokenOrderContract.orders()
        .map(
            order ->
                dynamicTest(
                    order.toString(),
                    () ->
                        assertThat(ids(walked(ALL, order, 4)))
                            .isEqualTo(ids(store.list(query(ALL, order, 0, 1000)).tokens()))));
  }

  @Test
  public final void next_keepsToTheConditions() {
    create(1, 10);
    created(token(SAME_USER_ID, 11));

    assertThat(ids(walked(List.of(new OrganizationIs("org-1")), BY_ID, 3)))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  public final void next_ofTheLastPage_isAbsent() {
    create(1, 5);

    assertThat(after(first(3), BY_ID, 3).next()).isEmpty();
  }

  @Test
  public final void next_ofAPageThatEndsWithTheLastToken_isAbsent() {
    create(1, 3);

    assertThat(first(3).next()).isEmpty();
  }

  @Test
  public final void next_ofAPageWithOneTokenBehindIt_isPresent() {
    create(1, 4);

    assertThat(first(3).next()).isPresent();
  }

  @Test
  public final void next_ofAnEmptyPage_isAbsent() {
    create(1, 3);

    assertThat(store.list(query(ALL, BY_ID, 3, 1)).next()).isEmpty();
  }

  @Test
  public final void next_ofAPageWithOffset_goesOnBehindIt() {
    create(1, 5);
    TokenPage page = store.list(query(ALL, BY_ID, 1, 2));

    assertThat(ids(after(page, BY_ID, 10).tokens())).containsExactly(4L, 5L);
  }

  @Test
  public final void cursor_withOffset_passesOverThatManyBehindIt() {
    create(1, 6);
    TokenQuery query = new TokenQuery(ALL, BY_ID, first(2).next(), 1, 2);

    assertThat(ids(store.list(query).tokens())).containsExactly(4L, 5L);
  }

  @Test
  public final void cursor_withOtherLimit_goesOn() {
    create(1, 6);

    assertThat(ids(after(first(2), BY_ID, 3).tokens())).containsExactly(3L, 4L, 5L);
  }

  @Test
  public final void cursor_usedTwice_answersTheSame() {
    create(1, 6);
    TokenPage page = first(2);

    assertThat(after(page, BY_ID, 2)).isEqualTo(after(page, BY_ID, 2));
  }

  @Test
  public final void cursor_leavesTheTotal() {
    create(1, 5);

    assertThat(after(first(2), BY_ID, 2).total()).isEqualTo(5);
  }

  @Test
  public final void cursor_behindTokenThatWasRemoved_goesOn() {
    create(1, 5);
    TokenPage page = first(2);
    store.remove(OWNER, 2, NOW);

    assertThat(ids(after(page, BY_ID, 10).tokens())).containsExactly(3L, 4L, 5L);
  }

  @Test
  public final void cursor_whenAllBehindItWasRemoved_answersAnEmptyPage() {
    create(1, 3);
    TokenPage page = first(2);
    store.remove(OWNER, 3, NOW);

    assertThat(after(page, BY_ID, 10)).isEqualTo(new TokenPage(List.of(), 2, Optional.empty()));
  }

  @Test
  public final void cursor_whenTokensCameBeforeIt_repeatsNothing() {
    create(11, 15);
    TokenPage page = first(2);
    create(1, 3);

    assertThat(ids(after(page, BY_ID, 10).tokens())).containsExactly(13L, 14L, 15L);
  }

  @TestFactory
  public final Stream<DynamicTest> pages_whileOthersWrite_repeatAndMissNothing() {
    create(1001, 1500);
    return TokenOrderContract.orders()
        .map(order -> dynamicTest(order.toString(), () -> assertStableWhileOthersWrite(order)));
  }

  @TestFactory
  public final Stream<DynamicTest> cursor_thatNoStoreHasMade_isRefused() {
    create(1, 5);
    String good = first(2).next().orElseThrow();
    return Stream.of(
            "", " ", "2", "-1", "null", "MTIz", "'\"%*)(", "\u0000", good + "x", good + good)
        .map(cursor -> dynamicTest("\"" + cursor + "\"", () -> assertRefused(cursor, ALL, BY_ID)));
  }

  @Test
  public final void cursor_thatWasCutShort_isRefused() {
    create(1, 5);
    String good = first(2).next().orElseThrow();

    assertRefused(good.substring(0, good.length() - 1), ALL, BY_ID);
    assertRefused(good.substring(1), ALL, BY_ID);
  }

  @Test
  public final void cursor_ofTheOtherDirection_isRefused() {
    create(1, 5);

    assertRefused(
        first(2).next().orElseThrow(), ALL, new TokenOrder(TokenOrder.Field.TOKEN_ID, false));
  }

  @Test
  public final void cursor_ofAnotherField_isRefused() {
    create(1, 5);

    assertRefused(
        first(2).next().orElseThrow(), ALL, new TokenOrder(TokenOrder.Field.CREATION_DATE, true));
  }

  @Test
  public final void cursor_ofOtherConditions_isRefused() {
    create(1, 5);

    assertRefused(first(2).next().orElseThrow(), List.of(new UserIs("user-1")), BY_ID);
  }

  @Test
  public final void cursor_ofConditionsThatReadTheSame_isRefused() {
    create(1, 5);
    TokenCondition one = new AnyOf(List.of(new UserIs("user-1"), new UserIs("x")));
    TokenCondition other = new AnyOf(List.of(new UserIs("user-1], UserIs[userId=x")));
    String cursor = store.list(query(List.of(one), BY_ID, 0, 2)).next().orElseThrow();

    assertRefused(cursor, List.of(other), BY_ID);
  }

  private void assertRefused(String cursor, List<TokenCondition> conditions, TokenOrder order) {
    TokenQuery query = new TokenQuery(conditions, order, Optional.of(cursor), 0, 10);

    assertThatThrownBy(() -> store.list(query))
        .as("list with the cursor \"%s\" of another query, or of none", cursor)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cursor");
  }

  /** Reads page by page while another thread creates and removes tokens around those that stay. */
  private void assertStableWhileOthersWrite(TokenOrder order) {
    AtomicBoolean done = new AtomicBoolean();
    Callable<List<StoredToken>> reader =
        () -> {
          try {
            return walked(ALL, order, 20);
          } finally {
            done.set(true);
          }
        };
    Callable<List<StoredToken>> writer =
        () -> {
          for (long round = 0; !done.get() && round < 500; round++) {
            created(sample(1 + round));
            created(sample(2001 + round));
            store.remove(OWNER, 1 + round, NOW);
            store.remove(OWNER, 2001 + round, NOW);
          }
          return List.of();
        };
    List<Long> seen = ids(Together.call(List.of(reader, writer)).get(0));

    assertThat(seen).as("ids of the pages in the order %s", order).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(id -> id > 1000 && id <= 1500).sorted().toList())
        .as("ids of the tokens that were there all the time, in the order %s", order)
        .isEqualTo(LongStream.rangeClosed(1001, 1500).boxed().toList());
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
