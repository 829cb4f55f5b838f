package io.latchkey.tck;

import static io.latchkey.tck.Samples.LATER;
import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.ChangeFeed;
import io.latchkey.spi.token.ChangeFeed.Change;
import io.latchkey.spi.token.LastUseRecorder;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.tck.internal.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The optional features of a {@link io.latchkey.spi.token.TokenStore}. What a store does not have
 * is not asked for.
 */
public abstract class TokenFeaturesContract extends TokenStoreTopic {

  /** For the {@link TokenStoreContract}. */
  TokenFeaturesContract() {}

  @Test
  public final void lastUse_ofTokenThatWasNeverUsed_isAbsent() {
    created(token(OWNER, 1));
    withLastUse(uses -> assertThat(uses.of(1)).isEmpty());
  }

  @Test
  public final void lastUse_isWhatWasRecorded() {
    created(token(OWNER, 1));
    withLastUse(
        uses -> {
          uses.record(1, NOW);
          assertThat(uses.of(1)).contains(NOW);
        });
  }

  @Test
  public final void lastUse_whenALaterOneComes_isTheLater() {
    created(token(OWNER, 1));
    withLastUse(
        uses -> {
          uses.record(1, NOW);
          uses.record(1, LATER);
          assertThat(uses.of(1)).contains(LATER);
        });
  }

  @Test
  public final void lastUse_whenAnEarlierOneComes_isTheLater() {
    created(token(OWNER, 1));
    withLastUse(
        uses -> {
          uses.record(1, LATER);
          uses.record(1, NOW);
          assertThat(uses.of(1)).contains(LATER);
        });
  }

  @Test
  public final void lastUse_ofUnknownToken_isForgotten() {
    withLastUse(
        uses -> {
          uses.record(1, NOW);
          created(token(OWNER, 1));
          assertThat(uses.of(1)).isEmpty();
        });
  }

  @Test
  public final void lastUse_ofRemovedToken_isAbsent() {
    created(token(OWNER, 1));
    withLastUse(
        uses -> {
          uses.record(1, NOW);
          store.remove(OWNER, 1, NOW);
          assertThat(uses.of(1)).isEmpty();
        });
  }

  @Test
  public final void lastUse_changesNothingOfTheToken() {
    StoredToken stored = created(token(OWNER, 1));
    withLastUse(
        uses -> {
          uses.record(1, LATER);
          assertThat(store.get(OWNER, 1)).contains(stored);
          assertThat(created(token(OWNER, 2)).sequence()).as("next sequence").isEqualTo(2);
        });
  }

  private static List<Change> known(Optional<List<Change>> changes) {
    assertThat(changes).as("changes since a position that the feed knows").isPresent();
    return changes.orElseThrow();
  }

  @Test
  public final void changes_afterAPositionThatWasNeverReached_areNotKnown() {
    withChanges(feed -> assertThat(feed.since(feed.latest() + 1_000_000, 10)).isEmpty());
  }

  @Test
  public final void changes_withoutAny_areEmpty() {
    withChanges(feed -> assertThat(known(feed.since(feed.latest(), 10))).isEmpty());
  }

  @Test
  public final void changes_tellOfEveryCreationAndRemovalInOrder() {
    withChanges(
        feed -> {
          long start = feed.latest();
          created(token(OWNER, 1));
          created(token(OWNER, 2));
          created(expiring(token(OWNER, 3), NOW.minusSeconds(1)));
          store.remove(OWNER, 2, NOW);
          store.removeExpired(NOW, 10);
          store.removeAll(OWNER, NOW);

          assertThat(known(feed.since(start, 100)).stream().map(c -> c.kind() + " " + c.tokenId()))
              .containsExactly(
                  "CREATED 1", "CREATED 2", "CREATED 3", "REMOVED 2", "REMOVED 3", "REMOVED 1");
        });
  }

  @Test
  public final void changes_nameTheOwner() {
    withChanges(
        feed -> {
          long start = feed.latest();
          created(token(OWNER, 1));
          store.remove(OWNER, 1, NOW);

          assertThat(known(feed.since(start, 10))).extracting(Change::owner).containsOnly(OWNER);
        });
  }

  @Test
  public final void changes_haveRisingPositionsUpToTheLatest() {
    withChanges(
        feed -> {
          long start = feed.latest();
          for (int id = 1; id <= 5; id++) {
            created(token(OWNER, id));
          }
          List<Long> positions =
              known(feed.since(start, 10)).stream().map(Change::position).toList();

          assertThat(positions).hasSize(5).isSorted().doesNotHaveDuplicates();
          assertThat(positions.get(0)).as("first position").isGreaterThan(start);
          assertThat(positions.get(4)).as("last position").isEqualTo(feed.latest());
        });
  }

  @Test
  public final void changes_withLimit_areTheOldest() {
    withChanges(
        feed -> {
          long start = feed.latest();
          created(token(OWNER, 1));
          created(token(OWNER, 2));

          assertThat(known(feed.since(start, 1))).extracting(Change::tokenId).containsExactly(1L);
        });
  }

  @Test
  public final void changes_ofDuplicate_areNone() {
    withChanges(
        feed -> {
          created(token(OWNER, 1));
          long start = feed.latest();
          store.create(token(OWNER, 1));

          assertThat(known(feed.since(start, 10))).isEmpty();
        });
  }

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

  private void withLastUse(Consumer<LastUseRecorder> test) {
    store.lastUse().ifPresent(test);
  }

  private void withChanges(Consumer<ChangeFeed> test) {
    store.changes().ifPresent(test);
  }
}
