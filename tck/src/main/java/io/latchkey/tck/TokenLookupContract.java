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
import io.latchkey.tck.rule.Rule;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * {@link io.latchkey.spi.token.TokenStore#findByDigest} and {@link
 * io.latchkey.spi.token.TokenStore#get}: one token or none.
 */
public abstract class TokenLookupContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenLookupContract() {}

  @Rule("TS-11")
  @Test
  public final void findByDigest_comparesEveryByte() {
    assertThat(store.findByDigest(digest(1))).as("a digest, in an empty store").isEmpty();
    created(token(OWNER, 1));
    StoredToken second = created(token(OWNER, 2));
    created(token(SAME_USER_ID, 3));
    created(withDigest(token(OWNER, 4), new TokenDigest("SHA-256", "", bytes(32))));
    byte[] other = bytes(32);
    other[31]++;

    assertThat(store.findByDigest(digest(2))).as("one of several digests").contains(second);
    assertThat(store.findByDigest(digest(4))).as("the digest of no token").isEmpty();
    assertThat(store.findByDigest(new TokenDigest("SHA-256", "", other)))
        .as("a digest of which the last byte is another one")
        .isEmpty();
    assertThat(store.findByDigest(new TokenDigest("SHA-256", "", bytes(31))))
        .as("a digest without its last byte")
        .isEmpty();
  }

  @Rule("TS-12")
  @Test
  public final void findByDigest_comparesAlgorithmAndKey() {
    created(withDigest(token(OWNER, 1), sample("HmacSHA256", "k")));

    assertThat(store.findByDigest(sample("HmacSHA512", "k"))).as("another algorithm").isEmpty();
    assertThat(store.findByDigest(sample("HMACSHA256", "k")))
        .as("the algorithm in upper case")
        .isEmpty();
    assertThat(store.findByDigest(sample("HmacSHA256", "K"))).as("another key").isEmpty();
    assertThat(store.findByDigest(sample("HmacSHA256", ""))).as("no key").isEmpty();
  }

  @Rule("TS-13")
  @Test
  public final void get_comparesTheWholeId() {
    created(token(OWNER, 1));
    StoredToken second = created(token(OWNER, 2));

    assertThat(store.get(OWNER, 2)).as("one of two ids").contains(second);
    assertThat(store.get(OWNER, 3)).as("the id of no token").isEmpty();
    assertThat(store.get(OWNER, 1 + (1L << 32))).as("id 1 with a bit beyond 32").isEmpty();
    assertThat(store.get(OWNER, Long.MAX_VALUE)).as("the largest id").isEmpty();
  }

  @Rule("TS-14")
  @Test
  public final void get_ofTokenOfAnotherUser_isAbsent() {
    created(token(OWNER, 1));

    assertThat(store.get(SAME_ORGANIZATION, 1)).as("a token of another user").isEmpty();
  }

  @Rule("TS-15")
  @Test
  public final void get_ofTokenOfSameUserIdInAnotherOrganization_isAbsent() {
    created(token(OWNER, 1));

    assertThat(store.get(SAME_USER_ID, 1)).as("a token of another organization").isEmpty();
  }

  @Rule("TS-16")
  @Test
  public final void reads_ofExpiredToken_findIt() {
    StoredToken expired = created(expiring(token(OWNER, 1), NOW.minusSeconds(1)));
    StoredToken older = created(expiring(token(OWNER, 2), Instant.parse("0001-01-01T00:00:00Z")));

    assertThat(store.findByDigest(digest(1))).as("findByDigest").contains(expired);
    assertThat(store.get(OWNER, 1)).as("get").contains(expired);
    assertThat(listed()).as("list").containsExactly(expired, older);
  }

  private static TokenDigest sample(String algorithm, String keyId) {
    return new TokenDigest(algorithm, keyId, bytes(32));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0x80);
    return bytes;
  }
}
