package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDigest;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.internal.Together;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds when several threads call a {@link io.latchkey.spi.token.TokenStore} at once. */
public abstract class TokenConcurrencyContract extends TokenStoreTopic {

  private static final int THREADS = 8;

  /** For the {@link TokenStoreContract}. */
  TokenConcurrencyContract() {}

  @Test
  public final void create_isSeenByAnotherThreadAtOnce() {
    for (int tokenId = 1; tokenId <= 20; tokenId++) {
      int id = tokenId;
      StoredToken stored = created(token(OWNER, id));

      assertThat(Together.call(2, () -> store.findByDigest(digest(id))))
          .as("what other threads find right after create")
          .containsOnly(Optional.of(stored));
    }
  }

  @Test
  public final void create_byTwoThreadsForOneUser_countsWithoutGapAndDouble() {
    AtomicLong nextId = new AtomicLong(1);
    List<Long> sequences =
        flat(Together.call(2, () -> sequencesOf(500, OWNER, nextId))).stream().sorted().toList();

    assertThat(sequences)
        .as("sequences of 1,000 creates by two threads, sorted")
        .isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
  }

  @Test
  public final void create_ofFirstTokensOfOneUser_allSucceed() {
    AtomicLong nextId = new AtomicLong(1);
    for (int round = 0; round < 10; round++) {
      TokenOwner owner = new TokenOwner("org-1", "new-user-" + round);
      List<Long> sequences =
          flat(Together.call(THREADS, () -> sequencesOf(1, owner, nextId))).stream()
              .sorted()
              .toList();

      assertThat(sequences)
          .as("sequences of the first tokens of %s, created at once", owner)
          .isEqualTo(LongStream.rangeClosed(1, THREADS).boxed().toList());
    }
  }

  @Test
  public final void create_ofFirstTokensOfSeveralUsers_countsEachAlone() {
    AtomicLong nextId = new AtomicLong(1);
    List<Callable<List<Long>>> calls = new ArrayList<>();
    for (int user = 0; user < THREADS; user++) {
      TokenOwner owner = new TokenOwner("org-1", "user-" + user);
      calls.add(() -> sequencesOf(20, owner, nextId));
    }

    assertThat(Together.call(calls))
        .as("sequences of each of several users, served at once")
        .allSatisfy(
            sequences ->
                assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList()));
  }

  @Test
  public final void create_ofOneTokenByMany_storesItOnce() {
    for (int round = 1; round <= 10; round++) {
      int tokenId = round;
      List<CreateResult> results =
          Together.call(THREADS, () -> store.create(token(OWNER, tokenId)));

      assertThat(results.stream().filter(CreateResult.Created.class::isInstance))
          .as("answers Created of %d creates of one token at once", THREADS)
          .hasSize(1);
    }
    assertThat(created(token(OWNER, 1000)).sequence()).as("sequence of the next").isEqualTo(11);
  }

  @Test
  public final void create_ofOneDigestForManyUsers_storesItOnce() {
    for (int round = 1; round <= 10; round++) {
      long shared = 1_000_000L + round;
      AtomicLong nextId = new AtomicLong(round * 1000L);
      List<CreateResult> results =
          Together.call(
              THREADS,
              () -> {
                long id = nextId.getAndIncrement();
                TokenOwner owner = new TokenOwner("org-1", "user-" + id);
                return store.create(withDigest(token(owner, id), digest(shared)));
              });

      assertThat(results.stream().filter(CreateResult.Created.class::isInstance))
          .as("answers Created of %d creates of one digest at once", THREADS)
          .hasSize(1);
    }
    assertThat(listed()).as("tokens that are stored").hasSize(10);
  }

  @Test
  public final void remove_ofOneTokenByMany_isAnsweredToOne() {
    for (int tokenId = 1; tokenId <= 10; tokenId++) {
      int id = tokenId;
      created(token(OWNER, id));
      List<Optional<Removal>> removals = Together.call(THREADS, () -> store.remove(OWNER, id, NOW));

      assertThat(removals.stream().flatMap(Optional::stream))
          .as("removals that %d threads got for one token", THREADS)
          .containsExactly(new Removal(2L * id, NOW));
    }
  }

  @Test
  public final void removeAll_byMany_countsEachTokenOnce() {
    for (int id = 1; id <= 20; id++) {
      created(token(OWNER, id));
    }
    List<Long> removed = Together.call(THREADS, () -> store.removeAll(OWNER, NOW));

    assertThat(removed.stream().mapToLong(Long::longValue).sum())
        .as("tokens that all calls of removeAll say they removed")
        .isEqualTo(20);
    assertThat(created(token(OWNER, 1000)).sequence()).as("sequence of the next").isEqualTo(41);
  }

  @Test
  public final void removeExpired_byMany_countsEachTokenOnce() {
    for (int id = 1; id <= 20; id++) {
      created(expiring(token(OWNER, id), NOW.minusSeconds(1)));
    }
    List<Integer> removed = Together.call(THREADS, () -> store.removeExpired(NOW, 100));

    assertThat(removed.stream().mapToInt(Integer::intValue).sum())
        .as("tokens that all calls of removeExpired say they removed")
        .isEqualTo(20);
  }

  @Test
  public final void createAndRemove_byMany_countEveryEventOnce() {
    AtomicLong nextId = new AtomicLong(1);
    List<Long> sequences =
        flat(
                Together.call(
                    4,
                    () -> {
                      List<Long> own = new ArrayList<>();
                      for (int i = 0; i < 25; i++) {
                        long id = nextId.getAndIncrement();
                        own.add(created(token(OWNER, id)).sequence());
                        own.add(store.remove(OWNER, id, NOW).orElseThrow().sequence());
                      }
                      return own;
                    }))
            .stream()
            .sorted()
            .toList();

    assertThat(sequences)
        .as("sequences of 100 creates and 100 removals by four threads, sorted")
        .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  private List<Long> sequencesOf(int count, TokenOwner owner, AtomicLong nextId) {
    List<Long> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sequences.add(created(token(owner, nextId.getAndIncrement())).sequence());
    }
    return sequences;
  }

  private static <T> List<T> flat(Collection<List<T>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
