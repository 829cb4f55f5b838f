package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_ORGANIZATION;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDates;
import static io.latchkey.tck.Samples.withDigest;
import static io.latchkey.tck.Samples.withName;
import static io.latchkey.tck.Samples.withScopes;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link io.latchkey.spi.token.TokenStore#create}: what is stored, counted, and refused. */
public abstract class TokenCreationContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenCreationContract() {}

  @Rule("TS-1")
  @Test
  public final void create_answersWhatWasStoredWithTheCreationAsLastChange() {
    NewToken token = withName(token(OWNER, 1), "laptop");
    CreateResult answer = store.create(token);

    assertThat(answer).as("answer of create").isInstanceOf(CreateResult.Created.class);
    StoredToken answered = ((CreateResult.Created) answer).token();
    assertThat(answered)
        .as("the token that create answers")
        .isEqualTo(StoredToken.created(token, answered.sequence()));
  }

  @Rule("TS-2")
  @Test
  public final void create_isSeenByEveryRead() {
    assertThat(store.findByDigest(digest(1))).as("findByDigest before create").isEmpty();
    assertThat(store.get(OWNER, 1)).as("get before create").isEmpty();
    assertThat(listed()).as("list before create").isEmpty();

    StoredToken stored = created(token(OWNER, 1));

    assertThat(store.findByDigest(digest(1))).as("findByDigest after create").contains(stored);
    assertThat(store.get(OWNER, 1)).as("get after create").contains(stored);
    assertThat(listed()).as("list after create").containsExactly(stored);
  }

  @Rule("TS-3")
  @Test
  public final void create_countsOneEvent_whateverTheToken() {
    NewToken earlier = withDates(token(OWNER, 5), NOW.minusSeconds(1), NOW.plusSeconds(1));

    assertThat(sequenceOf(token(OWNER, 10))).as("sequence of a user's first token").isEqualTo(1);
    assertThat(sequenceOf(token(OWNER, 11))).as("sequence of the second").isEqualTo(2);
    assertThat(sequenceOf(token(OWNER, 9))).as("sequence of one with a smaller id").isEqualTo(3);
    assertThat(sequenceOf(expiring(token(OWNER, 12), NOW.minusSeconds(1))))
        .as("sequence of one that has expired already")
        .isEqualTo(4);
    assertThat(sequenceOf(withScopes(token(OWNER, 13), List.of())))
        .as("sequence of one without scopes")
        .isEqualTo(5);
    assertThat(sequenceOf(earlier)).as("sequence of one with an earlier date").isEqualTo(6);
  }

  @Rule("TS-4")
  @Test
  public final void create_countsEachUserOfAnOrganizationAlone() {
    created(token(OWNER, 1));
    created(token(OWNER, 2));

    assertThat(sequenceOf(token(SAME_ORGANIZATION, 3)))
        .as("sequence of the first token of another user of the organization")
        .isEqualTo(1);
    assertThat(sequenceOf(token(OWNER, 4))).as("sequence of the first user's third").isEqualTo(3);
  }

  @Rule("TS-5")
  @Test
  public final void create_countsUsersWithOneIdInTwoOrganizationsAlone() {
    created(token(OWNER, 1));
    created(token(OWNER, 2));

    assertThat(sequenceOf(token(SAME_USER_ID, 3)))
        .as("sequence of the first token of a user with the same id in another organization")
        .isEqualTo(1);
    assertThat(sequenceOf(token(OWNER, 4))).as("sequence of the first user's third").isEqualTo(3);
  }

  @Rule("TS-6")
  @Test
  public final void create_ofTheSameTokenAgain_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), token(OWNER, 1));
  }

  @Rule("TS-7")
  @Test
  public final void create_withIdOfAnotherToken_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), withDigest(token(OWNER, 1), digest(91)));
    assertThat(store.findByDigest(digest(91))).as("the refused digest").isEmpty();

    assertDuplicate(token(OWNER, 2), withDigest(token(SAME_USER_ID, 2), digest(92)));
    assertThat(store.findByDigest(digest(92))).as("the refused digest").isEmpty();
  }

  @Rule("TS-8")
  @Test
  public final void create_withDigestOfAnotherToken_isDuplicateAndChangesNothing() {
    assertDuplicate(token(OWNER, 1), withDigest(token(OWNER, 91), digest(1)));
    assertThat(store.get(OWNER, 91)).as("the refused id").isEmpty();

    assertDuplicate(token(OWNER, 2), withDigest(token(SAME_ORGANIZATION, 92), digest(2)));
    assertThat(store.get(SAME_ORGANIZATION, 92)).as("the refused id").isEmpty();

    created(token(OWNER, 3));
    assertDuplicate(token(OWNER, 4), withDigest(token(OWNER, 4), digest(3)));
  }

  private long nextId = 1000;

  /** The refused token must neither show nor be counted, for its owner or the other. */
  private void assertDuplicate(NewToken first, NewToken second) {
    StoredToken stored = created(first);
    long before = sequenceOf(token(second.owner(), nextId++));
    assertThat(store.create(second)).as("answer").isEqualTo(new CreateResult.Duplicate());

    assertThat(store.findByDigest(first.digest())).as("the first token").contains(stored);
    assertThat(store.get(first.owner(), first.tokenId())).as("the first token").contains(stored);
    assertThat(sequenceOf(token(second.owner(), nextId++)))
        .as("sequence of the next token of the owner whose token was refused")
        .isEqualTo(before + 1);
  }

  @Rule("TS-9")
  @Test
  public final void create_withDigestOfAnotherAlgorithmOrKey_isStored() {
    created(withDigest(token(OWNER, 1), sample("SHA-256", "")));
    created(withDigest(token(OWNER, 2), sample("SHA3-256", "")));
    created(withDigest(token(OWNER, 3), sample("HmacSHA256", "k1")));
    created(withDigest(token(OWNER, 4), sample("HmacSHA256", "k2")));

    assertThat(Samples.ids(listed()))
        .as("ids of the stored tokens")
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Rule("TS-10")
  @Test
  public final void create_withIdAndDigestOfRemovedToken_isStored() {
    long before = sequenceOf(token(OWNER, 1));
    store.remove(OWNER, 1, NOW);
    StoredToken stored = created(token(OWNER, 1));

    assertThat(stored.sequence()).as("sequence, after a removal").isEqualTo(before + 2);
    assertThat(store.findByDigest(digest(1))).as("the new token").contains(stored);
  }

  private static TokenDigest sample(String algorithm, String keyId) {
    return new TokenDigest(algorithm, keyId, digest(1).value());
  }
}
