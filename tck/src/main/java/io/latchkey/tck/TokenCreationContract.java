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

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import org.junit.jupiter.api.Test;

/** {@link io.latchkey.spi.token.TokenStore#create}: what is stored, counted, and refused. */
public abstract class TokenCreationContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenCreationContract() {}

  @Test
  public final void create_answersWhatWasStoredWithTheCreationAsLastChange() {
    NewToken token = token(OWNER, 1);

    assertThat(store.create(token))
        .as("answer of create for the first token of a user")
        .isEqualTo(new CreateResult.Created(StoredToken.created(token, 1)));
  }

  @Test
  public final void create_isSeenByEveryRead() {
    StoredToken stored = created(token(OWNER, 1));

    assertThat(store.findByDigest(digest(1))).as("findByDigest after create").contains(stored);
    assertThat(store.get(OWNER, 1)).as("get after create").contains(stored);
    assertThat(listed()).as("list after create").containsExactly(stored);
  }

  @Test
  public final void create_countsOneEventEach() {
    created(token(OWNER, 1));
    created(token(OWNER, 2));

    assertThat(created(token(OWNER, 3)).sequence()).as("sequence of the third token").isEqualTo(3);
  }

  @Test
  public final void create_countsEachUserOfAnOrganizationAlone() {
    created(token(OWNER, 1));

    assertThat(created(token(SAME_ORGANIZATION, 2)).sequence())
        .as("sequence of the first token of another user")
        .isEqualTo(1);
  }

  @Test
  public final void create_countsUsersWithOneIdInTwoOrganizationsAlone() {
    created(token(OWNER, 1));

    assertThat(created(token(SAME_USER_ID, 2)).sequence())
        .as("sequence of the first token of a user with the same id in another organization")
        .isEqualTo(1);
  }

  @Test
  public final void create_withSmallerIdThanEarlier_isStored() {
    created(token(OWNER, 2));

    assertThat(created(token(OWNER, 1)).sequence()).as("sequence").isEqualTo(2);
  }

  @Test
  public final void create_withExpirationBeforeCreation_isStored() {
    StoredToken stored = created(expiring(token(OWNER, 1), NOW.minusSeconds(1)));

    assertThat(store.get(OWNER, 1)).as("get of an expired token").contains(stored);
  }

  @Test
  public final void create_ofTheSameTokenAgain_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), token(OWNER, 1));
  }

  @Test
  public final void create_withIdOfAnotherToken_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), withDigest(token(OWNER, 1), digest(99)));
    assertThat(store.findByDigest(digest(99))).as("the refused digest").isEmpty();
  }

  @Test
  public final void create_withDigestOfAnotherToken_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), withDigest(token(OWNER, 99), digest(1)));
    assertThat(store.get(OWNER, 99)).as("the refused id").isEmpty();
  }

  @Test
  public final void create_withIdOfTokenOfAnotherOwner_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), withDigest(token(SAME_USER_ID, 1), digest(99)));
  }

  @Test
  public final void create_withDigestOfTokenOfAnotherOwner_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), withDigest(token(SAME_ORGANIZATION, 99), digest(1)));
  }

  @Test
  public final void create_withIdOfOneTokenAndDigestOfAnother_isDuplicate() {
    created(token(OWNER, 2));

    assertDuplicate(token(OWNER, 1), withDigest(token(OWNER, 1), digest(2)));
  }

  /** The refused token must neither show nor be counted, for its owner or the other. */
  private void assertDuplicate(NewToken first, NewToken second) {
    StoredToken stored = created(first);
    assertThat(store.create(second)).as("answer").isEqualTo(new CreateResult.Duplicate());

    assertThat(store.findByDigest(first.digest())).as("the first token").contains(stored);
    assertThat(store.get(first.owner(), first.tokenId())).as("the first token").contains(stored);
    long expected = first.owner().equals(second.owner()) ? stored.sequence() + 1 : 1;
    assertThat(created(token(second.owner(), 1000)).sequence())
        .as("sequence of the next token of the owner whose token was refused")
        .isEqualTo(expected);
  }

  @Test
  public final void create_withDigestOfAnotherAlgorithm_isNoDuplicate() {
    created(withDigest(token(OWNER, 1), sample("SHA-256", "")));

    created(withDigest(token(OWNER, 2), sample("SHA3-256", "")));
  }

  @Test
  public final void create_withDigestOfAnotherKey_isNoDuplicate() {
    created(withDigest(token(OWNER, 1), sample("HmacSHA256", "k1")));

    created(withDigest(token(OWNER, 2), sample("HmacSHA256", "k2")));
  }

  @Test
  public final void create_withIdAndDigestOfRemovedToken_isStored() {
    created(token(OWNER, 1));
    store.remove(OWNER, 1, NOW);

    assertThat(created(token(OWNER, 1)).sequence()).as("sequence").isEqualTo(3);
  }

  private static TokenDigest sample(String algorithm, String keyId) {
    return new TokenDigest(algorithm, keyId, digest(1).value());
  }
}
