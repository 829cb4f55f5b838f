package io.latchkey.tck;

import static io.latchkey.tck.Samples.LATER;
import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_ORGANIZATION;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDates;
import static io.latchkey.tck.Samples.withName;
import static io.latchkey.tck.Samples.withScopes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenCondition;
import io.latchkey.spi.token.TokenCondition.AnyOf;
import io.latchkey.spi.token.TokenCondition.Comparison;
import io.latchkey.spi.token.TokenCondition.Created;
import io.latchkey.spi.token.TokenCondition.Expires;
import io.latchkey.spi.token.TokenCondition.IdIs;
import io.latchkey.spi.token.TokenCondition.OrganizationIs;
import io.latchkey.spi.token.TokenCondition.UserIs;
import io.latchkey.tck.rule.Rule;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
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

  @Rule("TS-41")
  @Test
  public final void list_withoutConditions_isEveryWholeToken() {
    StoredToken plain = created(withScopes(token(OWNER, 1), List.of()));
    StoredToken named = created(withName(token(SAME_ORGANIZATION, 2), "laptop"));
    StoredToken another = created(token(SAME_USER_ID, 3));

    assertThat(listed()).as("list without conditions").containsExactly(plain, named, another);
  }

  @Rule("TS-42")
  @TestFactory
  public final Stream<DynamicTest> list_byId_holdsThatToken() {
    createThree();
    return Stream.of(1L, 3L, 4L, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE)
        .map(id -> dynamicTest("id " + id, () -> assertListed(new IdIs(id))));
  }

  @Rule("TS-43")
  @TestFactory
  public final Stream<DynamicTest> list_byUser_holdsTokensOfThatUserInEveryOrganization() {
    createThree();
    return Stream.concat(
            Stream.of("user-1", "user-2", "user-3", "USER-1", "user-1 ", "user-%", "*", "", "x'"),
            Stream.of("x".repeat(10_000)))
        .map(id -> dynamicTest("user \"" + shown(id) + "\"", () -> assertListed(new UserIs(id))));
  }

  @Rule("TS-44")
  @TestFactory
  public final Stream<DynamicTest> list_byOrganization_holdsTokensOfThatOrganization() {
    createThree();
    return Stream.concat(
            Stream.of("org-1", "org-2", "org-3", "ORG-1", "org-1 ", "org-_", "*", "", "x'"),
            Stream.of("x".repeat(10_000)))
        .map(
            id ->
                dynamicTest(
                    "org \"" + shown(id) + "\"", () -> assertListed(new OrganizationIs(id))));
  }

  private static String shown(String id) {
    return id.length() > 20 ? id.substring(0, 20) + "..." : id;
  }

  @Rule("TS-45")
  @TestFactory
  public final Stream<DynamicTest> list_byDate_comparesInNanoseconds() {
    List<Instant> dates = List.of(MICROSECOND_BEFORE, NOW, MICROSECOND_AFTER);
    for (int i = 0; i < dates.size(); i++) {
      created(withDates(token(OWNER, 1 + i), dates.get(i), LATER));
      created(withDates(token(OWNER, 11 + i), LATER, dates.get(i)));
    }
    return Stream.concat(ofComparisons(Created::new), ofComparisons(Expires::new));
  }

  @Rule("TS-46")
  @Test
  public final void list_bySeveralConditions_holdsWhatMeetsAll() {
    createThree();

    assertListed(new UserIs("user-1"), new OrganizationIs("org-1"));
    assertListed(new UserIs("user-2"), new OrganizationIs("org-2"));
    assertListed(new UserIs("user-1"), new IdIs(3), new OrganizationIs("org-2"));
    assertListed(new UserIs("user-1"), new UserIs("user-1"));
    assertListed(new UserIs("user-1"), new UserIs("user-2"));

    created(withDates(token(OWNER, 4), MICROSECOND_BEFORE, LATER));
    created(withDates(token(OWNER, 5), MICROSECOND_AFTER, LATER));
    assertListed(
        new Created(Comparison.AFTER_OR_EQUAL, NOW),
        new Created(Comparison.BEFORE, MICROSECOND_AFTER));
  }

  @Rule("TS-47")
  @Test
  public final void list_byAnyOf_holdsWhatMeetsOne() {
    createThree();
    assertListed(new AnyOf(List.of(new IdIs(1), new UserIs("user-2"))));
    assertListed(new AnyOf(List.of(new IdIs(1), new UserIs("user-1"), new IdIs(1))));
    assertListed(
        new AnyOf(List.of(new IdIs(1), new IdIs(2), new IdIs(3))), new OrganizationIs("org-2"));
    assertListed(hundredIdsUpTo(102));
  }

  @Rule("TS-48")
  @Test
  public final void list_byAnyOfNoneOrNested_holdsWhatMeetsOne() {
    createThree();

    assertListed(new AnyOf(List.of()));
    assertListed(
        new AnyOf(
            List.of(
                new AnyOf(List.of(new IdIs(1), new AnyOf(List.of()))),
                new AnyOf(List.of(new IdIs(3))))));
    assertListed(
        new AnyOf(List.of(hundredIdsUpTo(300), hundredIdsUpTo(200), hundredIdsUpTo(101))),
        new OrganizationIs("org-1"));
  }

  private static AnyOf hundredIdsUpTo(long last) {
    return new AnyOf(
        Stream.iterate(last, id -> id - 1).limit(100).<TokenCondition>map(IdIs::new).toList());
  }

  private void createThree() {
    createAll(List.of(token(OWNER, 1), token(SAME_ORGANIZATION, 2), token(SAME_USER_ID, 3)));
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
                                condition.apply(comparison, instant).toString(),
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
