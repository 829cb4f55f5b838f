package io.latchkey.tck;

import static io.latchkey.tck.Samples.LATER;
import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_ORGANIZATION;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.rule.Rule;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@link io.latchkey.spi.token.TokenStore#remove} and {@link
 * io.latchkey.spi.token.TokenStore#removeAll}: what goes, what stays, what is counted.
 */
public abstract class TokenRemovalContract extends TokenStoreTopic {

  private static final Instant EXPIRED = NOW.minusSeconds(1);

  /** For the {@link TokenStoreContract}. */
  TokenRemovalContract() {}

  @Rule("TS-25")
  @Test
  public final void remove_answersTheEvent() {
    Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
    created(token(OWNER, 1));
    long before = sequenceOf(token(OWNER, 2));

    assertThat(store.remove(OWNER, 1, LATER))
        .as("answer of remove")
        .contains(new Removal(before + 1, LATER));
    assertThat(store.remove(OWNER, 2, last))
        .as("answer of remove at the end of the year 9999")
        .contains(new Removal(before + 2, last));
  }

  @Rule("TS-26")
  @TestFactory
  public final Stream<DynamicTest> removal_isSeenByEveryRead() {
    return Stream.of(
        ofRemoval("remove", token(OWNER, 1), () -> store.remove(OWNER, 1, LATER)),
        ofRemoval("removeAll", token(OWNER, 2), () -> store.removeAll(OWNER, LATER)),
        ofRemoval(
            "removeExpired",
            expiring(token(OWNER, 3), EXPIRED),
            () -> store.removeExpired(NOW, 10)));
  }

  /** Reads before and after: what a read remembers must go too. */
  private DynamicTest ofRemoval(String call, NewToken token, Runnable removal) {
    long id = token.tokenId();
    return dynamicTest(
        call,
        () -> {
          StoredToken stored = created(token);
          assertThat(store.findByDigest(digest(id))).as("findByDigest before").contains(stored);
          assertThat(store.get(OWNER, id)).as("get before").contains(stored);
          assertThat(listed()).as("list before").containsExactly(stored);

          removal.run();

          assertThat(store.findByDigest(digest(id))).as("findByDigest after %s", call).isEmpty();
          assertThat(store.get(OWNER, id)).as("get after %s", call).isEmpty();
          assertThat(listed()).as("list after %s", call).isEmpty();
        });
  }

  @Rule("TS-27")
  @Test
  public final void remove_leavesTheOtherTokensAsTheyAre() {
    created(token(OWNER, 1));
    StoredToken other = created(token(OWNER, 2));
    StoredToken expired = created(expiring(token(OWNER, 3), EXPIRED));
    store.remove(OWNER, 1, LATER);

    assertThat(listed()).as("tokens that are left").containsExactly(other, expired);
  }

  @Rule("TS-28")
  @Test
  public final void remove_ofExpiredToken_answersTheEvent() {
    long before = sequenceOf(expiring(token(OWNER, 1), EXPIRED));

    assertThat(store.remove(OWNER, 1, LATER))
        .as("answer of remove for an expired token")
        .contains(new Removal(before + 1, LATER));
  }

  @Rule("TS-29")
  @Test
  public final void remove_ofNoToken_isAbsentAndCountsNothing() {
    long before = sequenceOf(token(OWNER, 1));

    assertThat(store.remove(OWNER, 2, LATER)).as("remove of no token").isEmpty();
    assertNextSequence(OWNER, 3, before + 1);

    store.remove(OWNER, 1, LATER);
    assertThat(store.remove(OWNER, 1, LATER)).as("remove of a removed token").isEmpty();
    assertNextSequence(OWNER, 4, before + 3);
  }

  @Rule("TS-30")
  @Test
  public final void remove_ofTokenOfAnotherUser_isAbsentAndChangesNothing() {
    assertRemovesNothingOf(SAME_ORGANIZATION);
  }

  @Rule("TS-31")
  @Test
  public final void remove_ofTokenOfSameUserIdInAnotherOrganization_isAbsentAndChangesNothing() {
    assertRemovesNothingOf(SAME_USER_ID);
  }

  private void assertRemovesNothingOf(TokenOwner other) {
    StoredToken stored = created(token(other, 1));

    assertThat(store.remove(OWNER, 1, LATER)).as("remove of a token of %s", other).isEmpty();
    assertThat(store.get(other, 1)).as("the token of %s", other).contains(stored);
    assertNextSequence(other, 2, stored.sequence() + 1);
    long before = sequenceOf(token(OWNER, 3));
    assertThat(store.remove(OWNER, 1, LATER)).as("remove of a token of %s", other).isEmpty();
    assertNextSequence(OWNER, 4, before + 1);
  }

  @Rule("TS-32")
  @Test
  public final void count_goesOnWhenAllTokensAreGone() {
    long before = sequenceOf(token(OWNER, 1));
    store.remove(OWNER, 1, LATER);
    assertNextSequence(OWNER, 2, before + 2);

    store.removeAll(OWNER, LATER);
    assertThat(sequenceOf(expiring(token(OWNER, 3), EXPIRED)))
        .as("sequence of the first token after removeAll")
        .isEqualTo(before + 4);

    store.removeExpired(NOW, 10);
    assertNextSequence(OWNER, 4, before + 5);
  }

  @Rule("TS-33")
  @Test
  public final void removeAll_takesAllAndCountsEach() {
    long before = sequenceOf(token(OWNER, 1));
    created(token(OWNER, 2));
    created(expiring(token(OWNER, 3), EXPIRED));

    assertThat(store.removeAll(OWNER, LATER)).as("number of removed tokens").isEqualTo(3);
    assertThat(listed()).as("what is left").isEmpty();
    assertNextSequence(OWNER, 4, before + 6);
  }

  @Rule("TS-34")
  @Test
  public final void removeAll_leavesTheTokensOfOthers() {
    created(token(OWNER, 1));
    created(token(SAME_ORGANIZATION, 2));
    created(token(SAME_USER_ID, 3));
    created(expiring(token(SAME_USER_ID, 4), EXPIRED));

    assertThat(store.removeAll(OWNER, LATER)).as("number of removed tokens").isEqualTo(1);
    assertThat(ids(listed())).as("ids of what is left").containsExactly(2L, 3L, 4L);
  }

  @Rule("TS-35")
  @Test
  public final void removeAll_ofNone_isZeroAndCountsNothing() {
    assertThat(store.removeAll(OWNER, LATER)).as("removeAll of a new user").isZero();
    long first = sequenceOf(token(OWNER, 1));
    assertThat(first).as("sequence of the first token").isEqualTo(1);

    store.removeAll(OWNER, LATER);
    assertThat(store.removeAll(OWNER, LATER)).as("removeAll again").isZero();
    assertNextSequence(OWNER, 2, first + 2);
  }

  private void assertNextSequence(TokenOwner owner, long newId, long expected) {
    NewToken next = token(owner, newId);

    assertThat(sequenceOf(next)).as("sequence of the next token of %s", owner).isEqualTo(expected);
  }
}
