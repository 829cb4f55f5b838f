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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
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

  @TestFactory
  public final Stream<DynamicTest> list_isInOrder() {
    createMany();
    return orders().map(order -> dynamicTest(order.toString(), () -> assertInOrder(order)));
  }

  @TestFactory
  public final Stream<DynamicTest> list_page_holdsWhatFollowsTheOffset() {
    createMany();
    return orders()
        .map(
            order ->
                dynamicTest(
                    order.toString(),
                    () ->
                        assertThat(ids(page(order, 5, 7).tokens()))
                            .isEqualTo(ids(allInOrder(order)).subList(5, 12))));
  }

  @Test
  public final void list_newestFirst_putsTheLargestIdOfOneInstantFirst() {
    createAll(List.of(token(OWNER, 1), token(OWNER, 3), token(OWNER, 2)));

    assertThat(ids(page(TokenOrder.NEWEST_FIRST, 0, 10).tokens())).containsExactly(3L, 2L, 1L);
  }

  @Test
  public final void list_byTokenId_comparesNumbers() {
    createAll(List.of(token(OWNER, 10), token(OWNER, 9), token(OWNER, Long.MAX_VALUE)));

    assertThat(ids(listed())).containsExactly(9L, 10L, Long.MAX_VALUE);
  }

  @Test
  public final void list_withLimit_holdsAsManyAtTheMost() {
    createFive();

    assertThat(ids(page(BY_ID, 0, 2).tokens())).containsExactly(1L, 2L);
  }

  @Test
  public final void list_withLimitLargerThanWhatIsThere_holdsAll() {
    createFive();

    assertThat(ids(page(BY_ID, 0, 6).tokens())).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  public final void list_withOffsetAtTheEnd_isEmpty() {
    createFive();

    assertThat(page(BY_ID, 5, 2).tokens()).isEmpty();
  }

  @Test
  public final void list_withOffsetFarPastTheEnd_isEmpty() {
    createFive();

    assertThat(page(BY_ID, Long.MAX_VALUE, 1000).tokens()).isEmpty();
  }

  @Test
  public final void list_withOffsetBeforeTheEnd_holdsTheRest() {
    createFive();

    assertThat(ids(page(BY_ID, 4, 2).tokens())).containsExactly(5L);
  }

  @Test
  public final void list_total_countsAllWhateverOffsetAndLimit() {
    createFive();

    assertThat(page(BY_ID, 0, 1).total()).as("total of a page of one").isEqualTo(5);
    assertThat(page(BY_ID, 3, 1).total()).as("total of a later page").isEqualTo(5);
    assertThat(page(BY_ID, 9, 1).total()).as("total past the end").isEqualTo(5);
  }

  @Test
  public final void list_total_countsWhatMatches() {
    createFive();
    created(token(SAME_USER_ID, 6));
    List<TokenCondition> conditions = List.of(new TokenCondition.OrganizationIs("org-1"));

    assertThat(store.list(query(conditions, BY_ID, 0, 1)).total()).isEqualTo(5);
  }

  @Test
  public final void list_total_forgetsWhatWasRemoved() {
    createFive();
    store.remove(OWNER, 2, NOW);

    assertThat(page(BY_ID, 0, 1).total()).isEqualTo(4);
  }

  private void createFive() {
    for (int id = 1; id <= 5; id++) {
      created(token(OWNER, id));
    }
  }

  /** Many tokens with equal dates and owners, created in no order. */
  private void createMany() {
    List<NewToken> tokens = new ArrayList<>();
    for (int i = 0; i < 3 * IDS.size(); i++) {
      TokenOwner owner = new TokenOwner(IDS.get(i % 5), IDS.get(i % IDS.size()));
      tokens.add(
          withDates(token(owner, i + 1), NOW.plusNanos(i % 4 * 1_000L), NOW.minusSeconds(i % 3)));
    }
    Collections.shuffle(tokens, new Random(1));
    createAll(tokens);
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

  private static Comparator<StoredToken> comparator(TokenOrder order) {
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
