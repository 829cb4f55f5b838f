package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.StoredToken;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** {@link io.latchkey.spi.token.TokenStore#removeExpired}: the sweep. */
public abstract class TokenExpiryContract extends TokenStoreTopic {

  private static final Instant MICROSECOND_BEFORE = NOW.minusNanos(1_000);
  private static final Instant MICROSECOND_AFTER = NOW.plusNanos(1_000);

  /** For the {@link TokenStoreContract}. */
  TokenExpiryContract() {}

  @Test
  public final void removeExpired_takesWhatExpiredStrictlyBefore() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    created(expiring(token(OWNER, 2), NOW));
    created(expiring(token(OWNER, 3), MICROSECOND_AFTER));

    assertThat(store.removeExpired(NOW, 10)).as("number of removed tokens").isEqualTo(1);
    assertThat(ids(listed())).as("what is left").containsExactly(2L, 3L);
  }

  @Test
  public final void removeExpired_takesTokensOfEveryOwner() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    created(expiring(token(SAME_USER_ID, 2), MICROSECOND_BEFORE));

    assertThat(store.removeExpired(NOW, 10)).as("number of removed tokens").isEqualTo(2);
  }

  @Test
  public final void removeExpired_isSeenByEveryRead() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    store.removeExpired(NOW, 10);

    assertThat(store.findByDigest(digest(1))).as("findByDigest after removeExpired").isEmpty();
    assertThat(store.get(OWNER, 1)).as("get after removeExpired").isEmpty();
    assertThat(listed()).as("list after removeExpired").isEmpty();
  }

  @Test
  public final void removeExpired_countsNoEvent() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    StoredToken kept = created(token(OWNER, 2));
    store.removeExpired(NOW, 10);

    assertThat(created(token(OWNER, 3)).sequence()).as("sequence of the next").isEqualTo(3);
    assertThat(store.get(OWNER, 2)).as("a token that stays").contains(kept);
  }

  @Test
  public final void removeExpired_ofTheLastToken_keepsTheCount() {
    created(expiring(token(OWNER, 1), MICROSECOND_BEFORE));
    store.removeExpired(NOW, 10);

    assertThat(created(token(OWNER, 2)).sequence()).as("sequence of the next").isEqualTo(2);
  }

  @Test
  public final void removeExpired_ofNothing_isZero() {
    created(token(OWNER, 1));

    assertThat(store.removeExpired(NOW, 10)).as("number of removed tokens").isZero();
  }

  @Test
  public final void removeExpired_stopsAtTheLimit() {
    createExpired(5);

    assertThat(store.removeExpired(NOW, 2)).as("first sweep").isEqualTo(2);
    assertThat(listed()).as("left after the first sweep").hasSize(3);
  }

  @Test
  public final void removeExpired_inSweeps_endsWithFewerThanTheLimit() {
    createExpired(5);

    assertThat(store.removeExpired(NOW, 2)).as("first sweep").isEqualTo(2);
    assertThat(store.removeExpired(NOW, 2)).as("second sweep").isEqualTo(2);
    assertThat(store.removeExpired(NOW, 2)).as("third sweep").isEqualTo(1);
    assertThat(listed()).as("left in the end").isEmpty();
  }

  @Test
  public final void removeExpired_withAsManyAsTheLimit_isZeroNext() {
    createExpired(3);

    assertThat(store.removeExpired(NOW, 3)).as("first sweep").isEqualTo(3);
    assertThat(store.removeExpired(NOW, 3)).as("second sweep").isZero();
  }

  @Test
  public final void removeExpired_withLargestLimit_takesAll() {
    createExpired(3);

    assertThat(store.removeExpired(NOW, Integer.MAX_VALUE)).isEqualTo(3);
  }

  private void createExpired(int count) {
    for (int id = 1; id <= count; id++) {
      created(expiring(token(OWNER, id), NOW.minusSeconds(id)));
    }
  }
}
