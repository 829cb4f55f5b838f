package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_ORGANIZATION;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.Comparison;
import io.latchkey.spi.token.TokenCondition.Created;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conditions of {@link io.latchkey.spi.token.TokenStore#list}. */
public abstract class TokenListContract extends TokenStoreTopic {

  private static final Instant MICROSECOND_BEFORE = NOW.minusNanos(1_000);
  private static final Instant MICROSECOND_AFTER = NOW.plusNanos(1_000);

  /** Around the dates of the tokens, between them, and where no date of a token can be. */
  private static final List<Instant> INSTANTS =
      List.of(
          MICROSECOND_BEFORE,
          NOW.minusNanos(1),
          NOW,
          NOW.plusNanos(1),
          NOW.plusNanos(999),
          MICROSECOND_AFTER,
          MICROSECOND_AFTER.plusNanos(1),
          Instant.MIN,
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("9999-12-31T23:59:59.999999999Z"),
          Instant.MAX);

  /** For the {@link TokenStoreContract}. */
  TokenListContract() {}

  @Test
  public final void list_ofEmptyStore_isEmpty() {
    assertThat(store.list(query(List.of(), BY_ID, 0, 10)).tokens()).isEmpty();
    assertThat(store.list(query(List.of(), BY_ID, 0, 10)).total()).isZero();
    assertThat(store.list(query(List.of(), BY_ID, 0, 10)).next()).isEmpty();
  }

  @Test
  public final void list_withoutConditions_isEveryToken() {
    createThree();

    assertThat(ids(listed())).containsExactly(1L, 2L, 3L);
  }

  @Test
  public final void list_holdsWholeTokens() {
    StoredToken stored = created(token(OWNER, 1));

    assertThat(listed()).containsExactly(stored);
  }

  @Test
  public final void list_holdsExpiredTokens() {
    created(expiring(token(OWNER, 1), Instant.parse("0001-01-01T00:00:00Z")));

    assertThat(ids(listed())).containsExactly(1L);
  }

  @TestFactory
  public final Stream<DynamicTest> list_byId_holdsThatToken() {
    createThree();
    return Stream.of(1L, 3L, 4L, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE)
        .map(id -> dynamicTest("id " + id, () -> assertListed(new IdIs(id))));
  }

  @TestFactory
  public final Stream<DynamicTest> list_byUser_holdsTokensOfThatUserInEveryOrganization() {
    createThree();
    return Stream.of("user-1", "user-2", "user-3", "USER-1", "user-1 ", "user-%", "*", "", "x'")
        .map(id -> dynamicTest("user \"" + id + "\"", () -> assertListed(new UserIs(id))));
  }

  @TestFactory
  public final Stream<DynamicTest> list_byOrganization_holdsTokensOfThatOrganization() {
    createThree();
    return Stream.of("org-1", "org-2", "org-3", "ORG-1", "org-1 ", "org-_", "*", "", "x'")
        .map(id -> dynamicTest("org \"" + id + "\"", () -> assertListed(new OrganizationIs(id))));
  }

  @Test
  public final void list_byVeryLongId_isEmpty() {
    createThree();

    assertListed(new UserIs("x".repeat(10_000)));
    assertListed(new OrganizationIs("x".repeat(10_000)));
  }

  @TestFactory
  public final Stream<DynamicTest> list_byCreation_comparesInNanoseconds() {
    createAround(instant -> withDates(token(OWNER, 1), instant, NOW));
    return ofComparisons(Created::new);
  }

  @TestFactory
  public final Stream<DynamicTest> list_byExpiration_comparesInNanoseconds() {
    createAround(instant -> expiring(token(OWNER, 1), instant));
    return ofComparisons(Expires::new);
  }

  @Test
  public final void list_bySeveralConditions_holdsWhatMeetsAll() {
    createThree();

    assertListed(new UserIs("user-1"), new OrganizationIs("org-1"));
    assertListed(new UserIs("user-2"), new OrganizationIs("org-2"));
    assertListed(new UserIs("user-1"), new IdIs(3), new OrganizationIs("org-2"));
  }

  @Test
  public final void list_byOneConditionTwice_isAsByOne() {
    createThree();

    assertListed(new UserIs("user-1"), new UserIs("user-1"));
  }

  @Test
  public final void list_byTwoUsersAtOnce_isEmpty() {
    createThree();

    assertListed(new UserIs("user-1"), new UserIs("user-2"));
  }

  @Test
  public final void list_bySpanOfTime_holdsWhatIsBetween() {
    createAround(instant -> withDates(token(OWNER, 1), instant, NOW));

    assertListed(
        new Created(Comparison.AFTER_OR_EQUAL, NOW),
        new Created(Comparison.BEFORE, MICROSECOND_AFTER));
  }

  @Test
  public final void list_byAnyOfNone_isEmpty() {
    createThree();

    assertListed(new AnyOf(List.of()));
  }

  @Test
  public final void list_byAnyOf_holdsWhatMeetsOne() {
    createThree();

    assertListed(new AnyOf(List.of(new IdIs(1), new UserIs("user-2"))));
  }

  @Test
  public final void list_byAnyOf_holdsNothingTwice() {
    createThree();

    assertListed(new AnyOf(List.of(new IdIs(1), new UserIs("user-1"), new IdIs(1))));
  }

  @Test
  public final void list_byAnyOfAndAnother_holdsWhatMeetsBoth() {
    createThree();

    assertListed(
        new AnyOf(List.of(new IdIs(1), new IdIs(2), new IdIs(3))), new OrganizationIs("org-2"));
  }

  @Test
  public final void list_byAnyOfInAnyOf_holdsWhatMeetsOne() {
    createThree();

    assertListed(
        new AnyOf(
            List.of(
                new AnyOf(List.of(new IdIs(1), new AnyOf(List.of()))),
                new AnyOf(List.of(new IdIs(3))))));
  }

  @Test
  public final void list_byAnyOfAHundred_holdsWhatMeetsOne() {
    createThree();
    List<TokenCondition> hundred =
        Stream.iterate(2L, id -> id + 1).limit(100).<TokenCondition>map(IdIs::new).toList();

    assertListed(new AnyOf(hundred));
  }

  private void createThree() {
    createAll(List.of(token(OWNER, 1), token(SAME_ORGANIZATION, 2), token(SAME_USER_ID, 3)));
  }

  /** Tokens with a date just before, at, and just after the same instant. */
  private void createAround(Function<Instant, NewToken> make) {
    List<Instant> dates = List.of(MICROSECOND_BEFORE, NOW, MICROSECOND_AFTER);
    for (int i = 0; i < dates.size(); i++) {
      NewToken made = make.apply(dates.get(i));
      created(withDates(token(OWNER, i + 1), made.creationDate(), made.expirationDate()));
    }
  }

  private Stream<DynamicTest> ofComparisons(
      BiFunction<Comparison, Instant, TokenCondition> condition) {
    return Arrays.stream(Comparison.values())
        .flatMap(
            comparison ->
                INSTANTS.stream()
                    .map(
                        instant ->
                            dynamicTest(
                                comparison + " " + instant,
                                () -> assertListed(condition.apply(comparison, instant)))));
  }

  /** The list is what the conditions' own meaning picks from all tokens, and is counted so. */
  private void assertListed(TokenCondition... conditions) {
    List<StoredToken> expected =
        listed().stream()
            .filter(token -> Arrays.stream(conditions).allMatch(c -> c.holds(token)))
            .toList();

    assertThat(ids(listed(conditions)))
        .as("ids of the tokens that are listed by %s", Arrays.toString(conditions))
        .isEqualTo(ids(expected));
    assertThat(store.list(query(List.of(conditions), BY_ID, 0, 1)).total())
        .as("total of the list by %s", Arrays.toString(conditions))
        .isEqualTo(expected.size());
  }
}
