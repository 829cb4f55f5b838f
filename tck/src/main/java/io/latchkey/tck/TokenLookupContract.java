package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_ORGANIZATION;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDigest;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * {@link io.latchkey.spi.token.TokenStore#findByDigest} and {@link
 * io.latchkey.spi.token.TokenStore#get}: one token or none.
 */
public abstract class TokenLookupContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenLookupContract() {}

  @Test
  public final void findByDigest_amongSeveral_isTheTokenWithTheDigest() {
    created(token(OWNER, 1));
    StoredToken second = created(token(OWNER, 2));
    created(token(SAME_USER_ID, 3));

    assertThat(store.findByDigest(digest(2))).contains(second);
  }

  @Test
  public final void findByDigest_ofNoToken_isAbsent() {
    created(token(OWNER, 1));

    assertThat(store.findByDigest(digest(2))).isEmpty();
  }

  @Test
  public final void findByDigest_inEmptyStore_isAbsent() {
    assertThat(store.findByDigest(digest(1))).isEmpty();
  }

  @Test
  public final void findByDigest_ofExpiredToken_isTheToken() {
    StoredToken stored = created(expiring(token(OWNER, 1), NOW.minusSeconds(1)));

    assertThat(store.findByDigest(digest(1))).contains(stored);
  }

  @Test
  public final void findByDigest_withOtherAlgorithm_isAbsent() {
    created(withDigest(token(OWNER, 1), new TokenDigest("HmacSHA256", "k", bytes(32))));

    assertThat(store.findByDigest(new TokenDigest("HmacSHA512", "k", bytes(32)))).isEmpty();
  }

  @Test
  public final void findByDigest_withAlgorithmInOtherCase_isAbsent() {
    created(withDigest(token(OWNER, 1), new TokenDigest("SHA-256", "", bytes(32))));

    assertThat(store.findByDigest(new TokenDigest("sha-256", "", bytes(32)))).isEmpty();
  }

  @Test
  public final void findByDigest_withOtherKey_isAbsent() {
    created(withDigest(token(OWNER, 1), new TokenDigest("HmacSHA256", "k", bytes(32))));

    assertThat(store.findByDigest(new TokenDigest("HmacSHA256", "K", bytes(32)))).isEmpty();
  }

  @Test
  public final void findByDigest_withoutTheKey_isAbsent() {
    created(withDigest(token(OWNER, 1), new TokenDigest("HmacSHA256", "k", bytes(32))));

    assertThat(store.findByDigest(new TokenDigest("HmacSHA256", "", bytes(32)))).isEmpty();
  }

  @Test
  public final void findByDigest_withOtherLastByte_isAbsent() {
    created(withDigest(token(OWNER, 1), new TokenDigest("SHA-256", "", bytes(32))));
    byte[] other = bytes(32);
    other[31]++;

    assertThat(store.findByDigest(new TokenDigest("SHA-256", "", other))).isEmpty();
  }

  @Test
  public final void findByDigest_withStartOfTheDigest_isAbsent() {
    created(withDigest(token(OWNER, 1), new TokenDigest("SHA-256", "", bytes(32))));

    assertThat(store.findByDigest(new TokenDigest("SHA-256", "", bytes(31)))).isEmpty();
  }

  @Test
  public final void get_amongSeveral_isTheTokenWithTheId() {
    created(token(OWNER, 1));
    StoredToken second = created(token(OWNER, 2));

    assertThat(store.get(OWNER, 2)).contains(second);
  }

  @Test
  public final void get_ofNoToken_isAbsent() {
    created(token(OWNER, 1));

    assertThat(store.get(OWNER, 2)).isEmpty();
  }

  @Test
  public final void get_ofTokenOfAnotherUser_isAbsent() {
    created(token(OWNER, 1));

    assertThat(store.get(SAME_ORGANIZATION, 1)).isEmpty();
  }

  @Test
  public final void get_ofTokenOfSameUserIdInAnotherOrganization_isAbsent() {
    created(token(OWNER, 1));

    assertThat(store.get(SAME_USER_ID, 1)).isEmpty();
  }

  @Test
  public final void get_ofExpiredToken_isTheToken() {
    StoredToken stored = created(expiring(token(OWNER, 1), NOW.minusSeconds(1)));

    assertThat(store.get(OWNER, 1)).contains(stored);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0x80);
    return bytes;
  }
}
