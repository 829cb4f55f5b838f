package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for several stores over one backend: nodes of a host, and one start after another. */
public abstract class TokenNodesContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenNodesContract() {}

  @Rule("TS-72")
  @Test
  public final void create_isSeenByAnotherStore() {
    TokenStore other = anotherStore();
    assertThat(other.findByDigest(digest(1))).as("findByDigest before create").isEmpty();
    assertThat(other.get(OWNER, 1)).as("get before create").isEmpty();
    assertThat(listedBy(other)).as("list before create").isEmpty();

    StoredToken stored = created(token(OWNER, 1));

    assertThat(other.findByDigest(digest(1))).as("findByDigest, other store").contains(stored);
    assertThat(other.get(OWNER, 1)).as("get, other store").contains(stored);
    assertThat(listedBy(other)).as("list, other store").containsExactly(stored);
  }

  @Rule("TS-73")
  @Test
  public final void remove_isSeenByAnotherStore() {
    TokenStore other = anotherStore();
    StoredToken stored = created(token(OWNER, 1));
    assertThat(other.findByDigest(digest(1))).as("findByDigest before remove").contains(stored);
    assertThat(other.get(OWNER, 1)).as("get before remove").contains(stored);
    assertThat(listedBy(other)).as("list before remove").containsExactly(stored);

    store.remove(OWNER, 1, NOW);

    assertThat(other.findByDigest(digest(1))).as("findByDigest, other store").isEmpty();
    assertThat(other.get(OWNER, 1)).as("get, other store").isEmpty();
    assertThat(listedBy(other)).as("list, other store").isEmpty();
  }

  @Rule("TS-74")
  @Test
  public final void events_byTwoStores_areCountedTogether() {
    TokenStore other = anotherStore();

    assertThat(sequenceOf(token(OWNER, 1))).as("sequence by the first store").isEqualTo(1);
    assertThat(createdBy(other, token(OWNER, 2)).sequence())
        .as("sequence by the other store")
        .isEqualTo(2);
    assertThat(other.remove(OWNER, 1, NOW).orElseThrow().sequence())
        .as("sequence of a removal by the other store")
        .isEqualTo(3);
    assertThat(sequenceOf(token(OWNER, 3))).as("sequence by the first store again").isEqualTo(4);
  }

  @Rule("TS-75")
  @Test
  public final void cursor_isGoodOnAnotherStore() {
    for (int id = 1; id <= 5; id++) {
      created(token(OWNER, id));
    }
    TokenPage page = store.list(query(List.of(), BY_ID, 0, 2));
    assertThat(page.next()).as("next of a page with tokens behind it").isPresent();

    TokenQuery rest = new TokenQuery(List.of(), BY_ID, page.next(), 0, 10);
    assertThat(ids(anotherStore().list(rest).tokens()))
        .as("ids behind the page, from the other store")
        .containsExactly(3L, 4L, 5L);
  }

  @Rule("TS-76")
  @Test
  public final void close_leavesTheOtherStores() {
    TokenStore other = anotherStore();
    created(token(OWNER, 1));
    createdBy(other, token(OWNER, 2));
    close(other);

    StoredToken stored = created(token(OWNER, 3));
    assertThat(store.findByDigest(digest(3)))
        .as("findByDigest of a store after another was closed")
        .contains(stored);
    assertThat(store.remove(OWNER, 1, NOW)).as("remove after another was closed").isPresent();
    ProviderAssertions.assertWell(store);
  }

  @Rule("TS-77")
  @Test
  public final void open_afterAnotherWasClosed_seesEverything() {
    StoredToken stored = created(token(OWNER, 1));
    created(token(OWNER, 2));
    store.remove(OWNER, 2, NOW);
    close(store);

    TokenStore next = anotherStore();
    assertThat(next.findByDigest(digest(1))).as("findByDigest of the next").contains(stored);
    assertThat(next.get(OWNER, 1)).as("get of the next").contains(stored);
    assertThat(listedBy(next)).as("list of the next").containsExactly(stored);
    assertThat(createdBy(next, token(OWNER, 3)).sequence())
        .as("sequence that the next goes on with")
        .isEqualTo(stored.sequence() + 3);
  }
}
