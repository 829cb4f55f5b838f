package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.ChangeFeed;
import io.latchkey.spi.token.ChangeFeed.Change;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What {@link TokenStore#changes} tells. A store without a feed has nothing more to keep than
 * TS-89.
 */
public abstract class TokenChangesContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenChangesContract() {}

  @Rule("TS-94")
  @Test
  public final void changes_tellOfEveryCreationAndRemovalInOrder() {
    withChanges(
        feed -> {
          long start = feed.latest();
          created(token(OWNER, 1));
          created(token(OWNER, 2));
          store.remove(OWNER, 2, NOW);
          created(expiring(token(SAME_USER_ID, 3), NOW.minusSeconds(1)));
          store.removeExpired(NOW, 10);
          store.removeAll(OWNER, NOW);

          assertThat(known(feed.since(start, 100)).stream().map(TokenChangesContract::told))
              .as("changes, in order")
              .containsExactly(
                  told("CREATED", 1, OWNER),
                  told("CREATED", 2, OWNER),
                  told("REMOVED", 2, OWNER),
                  told("CREATED", 3, SAME_USER_ID),
                  told("REMOVED", 3, SAME_USER_ID),
                  told("REMOVED", 1, OWNER));
        });
  }

  private static String told(Change change) {
    return told(change.kind().name(), change.tokenId(), change.owner());
  }

  private static String told(String kind, long tokenId, TokenOwner owner) {
    return kind + " " + tokenId + " of " + owner;
  }

  @Rule("TS-95")
  @Test
  public final void changes_haveRisingPositionsUpToTheLatest() {
    withChanges(
        feed -> {
          long start = feed.latest();
          for (int id = 1; id <= 4; id++) {
            created(token(OWNER, id));
          }
          store.remove(OWNER, 1, NOW);
          List<Long> positions =
              known(feed.since(start, 10)).stream().map(Change::position).toList();

          assertThat(positions)
              .as("positions of five changes")
              .hasSize(5)
              .isSorted()
              .doesNotHaveDuplicates();
          assertThat(positions.get(0)).as("first position").isGreaterThan(start);
          assertThat(feed.latest()).as("latest()").isEqualTo(positions.get(4));
        });
  }

  @Rule("TS-96")
  @Test
  public final void changes_withLimit_areTheOldest() {
    withChanges(
        feed -> {
          long start = feed.latest();
          created(token(OWNER, 1));
          created(token(OWNER, 2));

          assertThat(known(feed.since(start, 1)))
              .as("ids of the first change of two")
              .extracting(Change::tokenId)
              .containsExactly(1L);
        });
  }

  @Rule("TS-97")
  @Test
  public final void changes_ofRefusedToken_areNone() {
    withChanges(
        feed -> {
          created(token(OWNER, 1));
          long start = feed.latest();
          store.create(token(OWNER, 1));
          store.remove(OWNER, 2, NOW);

          assertThat(known(feed.since(start, 10)))
              .as("changes after a duplicate, and a removal of no token")
              .isEmpty();
        });
  }

  @Rule("TS-98")
  @Test
  public final void changes_afterAPositionThatWasNeverReached_areNotKnown() {
    withChanges(
        feed -> {
          created(token(OWNER, 1));

          assertThat(known(feed.since(feed.latest(), 10))).as("changes since the latest").isEmpty();
          assertThat(feed.since(feed.latest() + 1_000_000, 10))
              .as("changes since a position that was never reached")
              .isEmpty();
        });
  }

  @Rule("TS-99")
  @Test
  public final void changes_readWhileOthersWrite_missNothing() {
    withChanges(this::assertNothingMissedWhileOthersWrite);
  }

  /** What is read once must not be followed by a change with a smaller position. */
  private void assertNothingMissedWhileOthersWrite(ChangeFeed feed) {
    long start = feed.latest();
    AtomicInteger writing = new AtomicInteger(2);
    Callable<List<Long>> reader =
        () -> {
          List<Long> seen = new ArrayList<>();
          long position = start;
          boolean last;
          do {
            last = writing.get() == 0;
            for (Change change : known(feed.since(position, 1000))) {
              seen.add(change.tokenId());
              position = change.position();
            }
          } while (!last);
          return seen;
        };
    List<Long> seen =
        Together.call(List.of(reader, writer(0, writing), writer(1000, writing))).get(0);

    assertThat(seen)
        .as("ids of the creations that a reader of the feed saw")
        .hasSize(200)
        .doesNotHaveDuplicates();
  }

  private Callable<List<Long>> writer(long firstId, AtomicInteger writing) {
    return () -> {
      try {
        for (long id = firstId + 1; id <= firstId + 100; id++) {
          created(token(OWNER, id));
        }
        return List.of();
      } finally {
        writing.decrementAndGet();
      }
    };
  }

  @Rule("TS-100")
  @Test
  public final void changes_byAnotherStore_areTold() {
    withChanges(
        feed -> {
          long start = feed.latest();
          TokenStore other = anotherStore();
          createdBy(other, token(OWNER, 1));
          created(token(OWNER, 2));
          other.remove(OWNER, 2, NOW);

          assertThat(known(feed.since(start, 10)).stream().map(TokenChangesContract::told))
              .as("changes by this store and another")
              .containsExactly(
                  told("CREATED", 1, OWNER), told("CREATED", 2, OWNER), told("REMOVED", 2, OWNER));
        });
  }

  private static List<Change> known(Optional<List<Change>> changes) {
    assertThat(changes).as("changes since a position that the feed knows").isPresent();
    return changes.orElseThrow();
  }

  private void withChanges(Consumer<ChangeFeed> test) {
    store.changes().ifPresent(test);
  }
}
