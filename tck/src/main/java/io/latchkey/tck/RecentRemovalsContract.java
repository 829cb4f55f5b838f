package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.SAME_USER_ID;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.RecentRemovals;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What {@link TokenStore#recentRemovals} tells. A store without it has nothing more to keep than
 * TS-89.
 */
public abstract class RecentRemovalsContract extends TokenStoreTopic {

  /** Longer than any of these tests takes. */
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private static final int TOKENS = 200;

  /** For the {@link TokenStoreContract}. */
  RecentRemovalsContract() {}

  @Rule("TS-94")
  @Test
  public final void recentRemovals_tellOfEveryRemoval() {
    withRemovals(
        removals -> {
          created(token(OWNER, 1));
          created(token(OWNER, 2));
          created(token(OWNER, 3));
          store.remove(OWNER, 2, NOW);
          store.removeAll(OWNER, NOW);

          assertThat(removals.within(WINDOW))
              .as("ids after remove() of one of three and removeAll()")
              .contains(1L, 2L, 3L);
        });
  }

  @Rule("TS-95")
  @Test
  public final void recentRemovals_areToldAsOftenAsTheyAreAskedFor() {
    withRemovals(
        removals -> {
          created(token(OWNER, 1));
          store.remove(OWNER, 1, NOW);

          assertThat(removals.within(WINDOW)).as("asked for once").contains(1L);
          assertThat(removals.within(WINDOW)).as("asked for again").contains(1L);
        });
  }

  @Rule("TS-96")
  @Test
  public final void recentRemovals_ofTokensThatAreThere_areNone() {
    withRemovals(
        removals -> {
          created(token(OWNER, 1));
          store.create(token(OWNER, 1));
          store.remove(OWNER, 2, NOW);

          assertThat(removals.within(WINDOW))
              .as("ids after a duplicate, and a removal of no token")
              .doesNotContain(1L, 2L);
        });
  }

  @Rule("TS-99")
  @Test
  public final void recentRemovals_askedForWhileOthersRemove_missNothing() {
    withRemovals(this::assertNothingMissedWhileOthersRemove);
  }

  private void assertNothingMissedWhileOthersRemove(RecentRemovals removals) {
    for (long id = 1; id <= TOKENS; id++) {
      created(token(id % 2 == 0 ? OWNER : SAME_USER_ID, id));
    }
    AtomicInteger removing = new AtomicInteger(2);
    Callable<Set<Long>> reader =
        () -> {
          Set<Long> seen = new HashSet<>();
          boolean last;
          do {
            last = removing.get() == 0;
            seen.addAll(removals.within(WINDOW));
          } while (!last);
          return seen;
        };
    Set<Long> seen =
        Together.call(List.of(reader, remover(1, removing), remover(2, removing))).get(0);

    assertThat(seen)
        .as("ids of the removals that a reader saw")
        .containsAll(LongStream.rangeClosed(1, TOKENS).boxed().toList());
  }

  private Callable<Set<Long>> remover(long firstId, AtomicInteger removing) {
    return () -> {
      try {
        for (long id = firstId; id <= TOKENS; id += 2) {
          store.remove(id % 2 == 0 ? OWNER : SAME_USER_ID, id, NOW);
        }
        return Set.of();
      } finally {
        removing.decrementAndGet();
      }
    };
  }

  @Rule("TS-100")
  @Test
  public final void recentRemovals_byAnotherStore_areTold() {
    withRemovals(
        removals -> {
          created(token(OWNER, 1));
          anotherStore().remove(OWNER, 1, NOW);

          assertThat(removals.within(WINDOW)).as("removed by another store").contains(1L);
        });
  }

  private void withRemovals(Consumer<RecentRemovals> test) {
    store.recentRemovals().ifPresent(test);
  }
}
