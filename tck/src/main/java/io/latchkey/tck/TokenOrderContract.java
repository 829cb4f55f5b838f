package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenOrder;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Order, offset, limit and total of {@link io.latchkey.spi.token.TokenStore#list}. */
public abstract class TokenOrderContract extends TokenStoreTopic {

  private static final Comparator<String> BY_CODE_POINT =
      Comparator.comparing(id -> id.codePoints().toArray(), Arrays::compare);

  /** By code point upper case comes first, and what is outside the basic plane last. */
  private static final List<String> IDS =
      List.of("B", "a", "a ", "a-", "aa", "b", "\u00e9", "z", "\uff5e", "\ud83d\ude00", "10", "9");

  /** For the {@link TokenStoreContract}. */
  TokenOrderContract() {}

  @Rule("TS-49")
  @TestFactory
  public final Stream<DynamicTest> list_isInOrder() {
    List<NewToken> tokens = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      // No two dates and ids are equal, and each field has an order of its own.
      TokenOwner owner = new TokenOwner(IDS.get(i * 5 % 12), IDS.get(i * 7 % 12));
      tokens.add(
          withDates(
              token(owner, 8 + i),
              NOW.plusNanos(i * 11 % 12 * 1_000L),
              NOW.minusSeconds(i * 5 % 12)));
    }
    tokens.add(
        withDates(
            token(new TokenOwner("zz", "zz"), Long.MAX_VALUE),
            NOW.plusNanos(99_000),
            NOW.minusSeconds(99)));
    Collections.shuffle(tokens, new Random(1));
    createAll(tokens);
    return orders().map(order -> dynamicTest(order.toString(), () -> assertInOrder(order)));
  }

  @Rule("TS-50")
  @TestFactory
  public final Stream<DynamicTest> list_ofEqualValues_isByTokenIdInTheSameDirection() {
    createAll(List.of(token(OWNER, 11), token(OWNER, 13), token(OWNER, 12)));
    return orders()
        .map(
            order ->
                dynamicTest(
                    order.toString(),
                    () ->
                        assertThat(ids(page(order, 0, 10).tokens()))
                            .as("ids of tokens that differ by nothing else, in the order %s", order)
                            .isEqualTo(
                                order.ascending()
                                    ? List.of(11L, 12L, 13L)
                                    : List.of(13L, 12L, 11L))));
  }

  @Rule("TS-51")
  @Test
  public final void list_withLimit_holdsAsManyAtTheMost() {
    createFive();

    assertThat(ids(page(BY_ID, 0, 1).tokens())).as("limit 1").containsExactly(1L);
    assertThat(ids(page(BY_ID, 0, 2).tokens())).as("limit 2").containsExactly(1L, 2L);
    assertThat(ids(page(BY_ID, 0, 5).tokens()))
        .as("a limit of as many as there are")
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(ids(page(BY_ID, 0, 6).tokens()))
        .as("a limit of more than there are")
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Rule("TS-52")
  @TestFactory
  public final Stream<DynamicTest> list_withOffset_holdsWhatFollows() {
    List<NewToken> tokens = new ArrayList<>();
    for (int id = 1; id <= 15; id++) {
      tokens.add(
          withDates(token(OWNER, id), NOW.plusNanos(id % 4 * 1_000L), NOW.minusSeconds(id % 3)));
    }
    createAll(tokens);
    return orders().map(order -> dynamicTest(order.toString(), () -> assertOffsets(order)));
  }

  private void assertOffsets(TokenOrder order) {
    List<Long> all = ids(allInOrder(order));

    assertThat(ids(page(order, 5, 7).tokens())).as("offset 5").isEqualTo(all.subList(5, 12));
    assertThat(ids(page(order, 13, 7).tokens()))
        .as("an offset just before the end")
        .isEqualTo(all.subList(13, 15));
    assertThat(page(order, 15, 7).tokens()).as("an offset at the end").isEmpty();
    assertThat(page(order, Long.MAX_VALUE, 1000).tokens()).as("the largest offset").isEmpty();
  }

  @Rule("TS-53")
  @Test
  public final void list_total_countsAllThatMatches() {
    createFive();
    created(token(SAME_USER_ID, 6));
    List<TokenCondition> conditions = List.of(new TokenCondition.OrganizationIs("org-1"));
    TokenPage page = store.list(query(conditions, BY_ID, 0, 2));

    assertThat(page.total()).as("total of a page of two").isEqualTo(5);
    assertThat(store.list(query(conditions, BY_ID, 3, 1)).total())
        .as("total of a page with an offset")
        .isEqualTo(5);
    assertThat(store.list(query(conditions, BY_ID, 9, 1)).total())
        .as("total past the end")
        .isEqualTo(5);
    assertThat(store.list(new TokenQuery(conditions, BY_ID, page.next(), 0, 2)).total())
        .as("total of a page behind a cursor")
        .isEqualTo(5);
    store.remove(OWNER, 2, NOW);
    assertThat(store.list(query(conditions, BY_ID, 0, 1)).total())
        .as("total after a removal")
        .isEqualTo(4);
  }

  @Rule("TS-54")
  @Test
  public final void list_ofMany_isWhole() {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      TokenOwner owner = new TokenOwner("org-1", "user-" + thread);
      int first = 300 * thread + 1;
      calls.add(
          () -> {
            for (int id = first; id < first + 300; id++) {
              created(token(owner, id));
            }
            return true;
          });
    }
    Together.call(calls);
    TokenPage page = page(BY_ID, 0, TokenQuery.MAX_LIMIT);
    TokenPage rest =
        store.list(new TokenQuery(List.of(), BY_ID, page.next(), 0, TokenQuery.MAX_LIMIT));

    assertThat(page.total()).as("total of 1200 tokens").isEqualTo(1200);
    assertThat(ids(page.tokens()))
        .as("ids of a page of 1000 of them")
        .isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
    assertThat(ids(rest.tokens()))
        .as("ids of the next page")
        .isEqualTo(LongStream.rangeClosed(1001, 1200).boxed().toList());
  }

  private void createFive() {
    for (int id = 1; id <= 5; id++) {
      created(token(OWNER, id));
    }
  }

  private void assertInOrder(TokenOrder order) {
    List<StoredToken> all = allInOrder(order);

    assertThat(ids(page(order, 0, 1000).tokens()))
        .as("ids in the order %s of %s", order, all)
        .isEqualTo(ids(all));
  }

  private List<StoredToken> allInOrder(TokenOrder order) {
    return listed().stream().sorted(comparator(order)).toList();
  }

  private TokenPage page(TokenOrder order, long offset, int limit) {
    return store.list(query(List.of(), order, offset, limit));
  }

  static Stream<TokenOrder> orders() {
    return Arrays.stream(TokenOrder.Field.values())
        .flatMap(field -> Stream.of(new TokenOrder(field, true), new TokenOrder(field, false)));
  }

  static Comparator<StoredToken> comparator(TokenOrder order) {
    Comparator<StoredToken> ascending =
        switch (order.field()) {
          case CREATION_DATE -> Comparator.comparing(StoredToken::creationDate);
          case TOKEN_ID -> Comparator.comparing(StoredToken::tokenId);
          case USER_ID -> Comparator.comparing(token -> token.owner().userId(), BY_CODE_POINT);
          case ORGANIZATION_ID ->
              Comparator.comparing(token -> token.owner().organizationId(), BY_CODE_POINT);
          case EXPIRATION_DATE -> Comparator.comparing(StoredToken::expirationDate);
        };
    Comparator<StoredToken> total = ascending.thenComparing(StoredToken::tokenId);
    return order.ascending() ? total : total.reversed();
  }
}
