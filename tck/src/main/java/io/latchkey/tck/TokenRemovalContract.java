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

import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * {@link io.latchkey.spi.token.TokenStore#remove} and {@link
 * io.latchkey.spi.token.TokenStore#removeAll}: what goes, what stays, what is counted.
 */
public abstract class TokenRemovalContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenRemovalContract() {}

  @Test
  public final void remove_answersTheEvent() {
    created(token(OWNER, 1));
    created(token(OWNER, 2));

    assertThat(store.remove(OWNER, 1, LATER)).contains(new Removal(3, LATER));
  }

  @Test
  public final void remove_isSeenByEveryRead() {
    created(token(OWNER, 1));
    store.remove(OWNER, 1, LATER);

    assertThat(store.findByDigest(digest(1))).as("findByDigest after remove").isEmpty();
    assertThat(store.get(OWNER, 1)).as("get after remove").isEmpty();
    assertThat(listed()).as("list after remove").isEmpty();
  }

  @Test
  public final void remove_leavesTheOtherTokensAsTheyAre() {
    created(token(OWNER, 1));
    StoredToken other = created(token(OWNER, 2));
    store.remove(OWNER, 1, LATER);

    assertThat(listed()).containsExactly(other);
  }

  @Test
  public final void remove_ofExpiredToken_answersTheEvent() {
    created(expiring(token(OWNER, 1), NOW.minusSeconds(1)));

    assertThat(store.remove(OWNER, 1, LATER)).contains(new Removal(2, LATER));
  }

  @Test
  public final void remove_atMicrosecondsOfTheYear9999_answersThatTime() {
    Instant at = Instant.parse("9999-12-31T23:59:59.999999Z");
    created(token(OWNER, 1));

    assertThat(store.remove(OWNER, 1, at)).contains(new Removal(2, at));
  }

  @Test
  public final void remove_ofNoToken_isAbsentAndCountsNothing() {
    created(token(OWNER, 1));

    assertThat(store.remove(OWNER, 2, LATER)).isEmpty();
    assertNextSequence(2);
  }

  @Test
  public final void remove_again_isAbsentAndCountsNothing() {
    created(token(OWNER, 1));
    store.remove(OWNER, 1, LATER);

    assertThat(store.remove(OWNER, 1, LATER)).isEmpty();
    assertNextSequence(3);
  }

  @Test
  public final void remove_ofTokenOfAnotherUser_isAbsentAndChangesNothing() {
    StoredToken stored = created(token(SAME_ORGANIZATION, 1));

    assertThat(store.remove(OWNER, 1, LATER)).isEmpty();
    assertThat(store.get(SAME_ORGANIZATION, 1)).contains(stored);
    assertNextSequence(1);
  }

  @Test
  public final void remove_ofTokenOfSameUserIdInAnotherOrganization_isAbsentAndChangesNothing() {
    StoredToken stored = created(token(SAME_USER_ID, 1));

    assertThat(store.remove(OWNER, 1, LATER)).isEmpty();
    assertThat(store.get(SAME_USER_ID, 1)).contains(stored);
    assertNextSequence(1);
  }

  @Test
  public final void remove_ofTheLastToken_keepsTheCount() {
    created(token(OWNER, 1));
    store.remove(OWNER, 1, LATER);

    assertNextSequence(3);
  }

  @Test
  public final void removeAll_answersHowManyWereThere() {
    created(token(OWNER, 1));
    created(token(OWNER, 2));
    created(expiring(token(OWNER, 3), NOW.minusSeconds(1)));

    assertThat(store.removeAll(OWNER, LATER)).isEqualTo(3);
  }

  @Test
  public final void removeAll_isSeenByEveryRead() {
    created(token(OWNER, 1));
    store.removeAll(OWNER, LATER);

    assertThat(store.findByDigest(digest(1))).as("findByDigest after removeAll").isEmpty();
    assertThat(store.get(OWNER, 1)).as("get after removeAll").isEmpty();
    assertThat(listed()).as("list after removeAll").isEmpty();
  }

  @Test
  public final void removeAll_countsOneEventForEach() {
    created(token(OWNER, 1));
    created(token(OWNER, 2));
    created(token(OWNER, 3));
    store.removeAll(OWNER, LATER);

    assertNextSequence(7);
  }

  @Test
  public final void removeAll_leavesTheTokensOfOthers() {
    created(token(OWNER, 1));
    created(token(SAME_ORGANIZATION, 2));
    created(token(SAME_USER_ID, 3));
    store.removeAll(OWNER, LATER);

    assertThat(ids(listed())).containsExactly(2L, 3L);
  }

  @Test
  public final void removeAll_ofOwnerWithoutTokens_isZeroAndCountsNothing() {
    assertThat(store.removeAll(OWNER, LATER)).isZero();
    assertNextSequence(1);
  }

  @Test
  public final void removeAll_again_isZeroAndCountsNothing() {
    created(token(OWNER, 1));
    store.removeAll(OWNER, LATER);

    assertThat(store.removeAll(OWNER, LATER)).isZero();
    assertNextSequence(3);
  }

  private void assertNextSequence(long expected) {
    assertThat(created(token(OWNER, 1000)).sequence())
        .as("sequence of the next token of the owner")
        .isEqualTo(expected);
  }
}
