package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.tck.rule.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** {@link io.latchkey.spi.token.TokenStore#removeExpired}: the sweep. */
public abstract class TokenExpiryContract extends TokenStoreTopic {

  private static final Instant MICROSECOND_BEFORE = NOW.minusNanos(1_000);
  private static final Instant MICROSECOND_AFTER = NOW.plusNanos(1_000);

  /** For the {@link TokenStoreContract}. */
  TokenExpiryContract() {}

  @Rule("TS-36")
  @Test
  public final void removeExpired_takesWhatExpiredStrictlyBefore() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    created(expiring(token(OWNER, 2), NOW));
    created(expiring(token(OWNER, 3), MICROSECOND_AFTER));

    assertThat(store.removeExpired(NOW, 10)).as("number of removed tokens").isEqualTo(1);
    assertThat(ids(listed())).as("what is left").containsExactly(2L, 3L);
  }

  @Rule("TS-37")
  @Test
  public final void removeExpired_takesTokensOfEveryOwner() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    created(expiring(token(SAME_USER_ID, 2), MICROSECOND_BEFORE));

    assertThat(store.removeExpired(NOW, 10)).as("number of removed tokens").isEqualTo(2);
    assertThat(ids(listed())).as("what is left").isEmpty();
  }

  @Rule("TS-38")
  @Test
  public final void removeExpired_countsNoEvent() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    StoredToken kept = created(token(OWNER, 2));
    store.removeExpired(NOW, 10);

    assertThat(sequenceOf(token(OWNER, 3)))
        .as("sequence of the next token of the owner")
        .isEqualTo(kept.sequence() + 1);
    assertThat(store.get(OWNER, 2)).as("a token that stays").contains(kept);
  }

  @Rule("TS-39")
  @Test
  public final void removeExpired_stopsAtTheLimit() {
    createExpired(5);

    assertThat(store.removeExpired(NOW, 2)).as("first sweep of two").isEqualTo(2);
    assertThat(listed()).as("left after the first sweep").hasSize(3);
    assertThat(store.removeExpired(NOW, 2)).as("second sweep of two").isEqualTo(2);
    assertThat(store.removeExpired(NOW, 2)).as("third sweep of two").isEqualTo(1);
    assertThat(listed()).as("left in the end").isEmpty();
  }

  @Rule("TS-40")
  @Test
  public final void removeExpired_ofFewerThanTheLimit_leavesNone() {
    created(token(OWNER, 100));
    assertThat(store.removeExpired(NOW, 10)).as("sweep of nothing").isZero();

    createExpired(5);
    assertThat(store.removeExpired(NOW, 5)).as("sweep of as many as the limit").isEqualTo(5);
    assertThat(store.removeExpired(NOW, 5)).as("sweep after it").isZero();

    createExpired(5);
    assertThat(store.removeExpired(NOW, Integer.MAX_VALUE))
        .as("sweep with the largest limit")
        .isEqualTo(5);
    assertThat(ids(listed())).as("what is left").containsExactly(100L);
  }

  private void createExpired(int count) {
    for (int id = 1; id <= count; id++) {
      created(expiring(token(OWNER, id), NOW.minusSeconds(id)));
    }
  }
}
