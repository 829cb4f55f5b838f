package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.expiring;
import static io.latchkey.tck.Samples.token;
import static io.latchkey.tck.Samples.withDigest;
import static io.latchkey.tck.Samples.withName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds when several threads call a {@link io.latchkey.spi.token.TokenStore} at once. */
public abstract class TokenConcurrencyContract extends TokenStoreTopic {

  private static final int THREADS = 8;

  /** For the {@link TokenStoreContract}. */
  TokenConcurrencyContract() {}

  @Rule("TS-64")
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

  /** Readers see a token as it was given, or none; never a part of it, and never an error. */
  @Rule("TS-65")
  @Test
  public final void reads_whileOthersWrite_seeWholeTokensOrNone() {
    AtomicLong current = new AtomicLong(1);
    AtomicBoolean done = new AtomicBoolean();
    Callable<List<StoredToken>> writer =
        () -> {
          try {
            for (long id = 1; id <= 50; id++) {
              current.set(id);
              created(named(id));
              store.remove(OWNER, id, NOW);
            }
            created(named(51));
            current.set(51);
            return List.of();
          } finally {
            done.set(true);
          }
        };
    Callable<List<StoredToken>> reader =
        () -> {
          List<StoredToken> seen = new ArrayList<>();
          boolean last;
          do {
            last = done.get();
            store.get(OWNER, current.get()).ifPresent(seen::add);
            store.findByDigest(digest(current.get())).ifPresent(seen::add);
            seen.addAll(listed());
          } while (!last);
          return seen;
        };

    assertThat(flat(Together.call(List.of(writer, reader, reader))))
        .as("tokens that two threads read while another creates and removes them")
        .isNotEmpty()
        .allSatisfy(
            seen ->
                assertThat(seen)
                    .isEqualTo(StoredToken.created(named(seen.tokenId()), seen.sequence())));
  }

  private static NewToken named(long id) {
    return withName(token(OWNER, id), "token " + id);
  }

  @Rule("TS-66")
  @TestFactory
  public final Stream<DynamicTest> events_byManyThreads_areCountedWithoutGapAndDouble() {
    return Stream.of(
        dynamicTest("1000 creates for one user by two threads", this::assertCountsCreates),
        dynamicTest("the first creates for one user by eight threads", this::assertCountsFirsts),
        dynamicTest("creates for eight users by eight threads", this::assertCountsEachAlone),
        dynamicTest("creates and removals by four threads", this::assertCountsRemovals));
  }

  private final AtomicLong nextId = new AtomicLong(1);

  private void assertCountsCreates() {
    TokenOwner owner = new TokenOwner("org-of-two", "user-of-two");

    assertThat(sorted(Together.call(2, () -> sequencesOf(500, owner))))
        .as("sequences of 1,000 creates by two threads, sorted")
        .isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
  }

  private void assertCountsFirsts() {
    for (int round = 0; round < 10; round++) {
      TokenOwner owner = new TokenOwner("new-org-" + round, "new-user-" + round);

      assertThat(sorted(Together.call(THREADS, () -> sequencesOf(1, owner))))
          .as("sequences of the first tokens of %s, created at once", owner)
          .isEqualTo(LongStream.rangeClosed(1, THREADS).boxed().toList());
    }
  }

  private void assertCountsEachAlone() {
    List<Callable<List<Long>>> calls = new ArrayList<>();
    for (int user = 0; user < THREADS; user++) {
      TokenOwner owner = new TokenOwner("org-" + user, "user-" + user);
      calls.add(() -> sequencesOf(20, owner));
    }

    assertThat(Together.call(calls))
        .as("sequences of each of several users, served at once")
        .allSatisfy(
            sequences ->
                assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList()));
  }

  private void assertCountsRemovals() {
    TokenOwner owner = new TokenOwner("org-of-four", "user-of-four");
    Callable<List<Long>> createAndRemove =
        () -> {
          List<Long> own = new ArrayList<>();
          for (int i = 0; i < 25; i++) {
            long id = nextId.getAndIncrement();
            own.add(sequenceOf(token(owner, id)));
            own.add(store.remove(owner, id, NOW).orElseThrow().sequence());
          }
          return own;
        };

    assertThat(sorted(Together.call(4, createAndRemove)))
        .as("sequences of 100 creates and 100 removals by four threads, sorted")
        .isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  private List<Long> sequencesOf(int count, TokenOwner owner) {
    List<Long> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sequences.add(sequenceOf(token(owner, nextId.getAndIncrement())));
    }
    return sequences;
  }

  @Rule("TS-67")
  @Test
  public final void create_ofOneTokenByMany_storesItOnce() {
    long before = sequenceOf(token(OWNER, 1000));
    for (int round = 1; round <= 10; round++) {
      int tokenId = round;
      assertOneCreated(Together.call(THREADS, () -> store.create(token(OWNER, tokenId))));
    }
    assertThat(sequenceOf(token(OWNER, 1001)))
        .as("sequence after ten tokens, each created by eight threads at once")
        .isEqualTo(before + 11);
  }

  @Rule("TS-68")
  @Test
  public final void create_ofOneDigestForManyUsers_storesItOnce() {
    for (int round = 1; round <= 10; round++) {
      long shared = 1_000_000L + round;
      AtomicLong ids = new AtomicLong(round * 1000L);
      Callable<CreateResult> create =
          () -> {
            long id = ids.getAndIncrement();
            TokenOwner owner = new TokenOwner("org-1", "user-" + id);
            return store.create(withDigest(token(owner, id), digest(shared)));
          };
      assertOneCreated(Together.call(THREADS, create));
    }
    assertThat(listed()).as("tokens that are stored").hasSize(10);
  }

  private static void assertOneCreated(List<CreateResult> results) {
    assertThat(results.stream().filter(CreateResult.Created.class::isInstance))
        .as("answers Created of %d creates with one id or digest at once", THREADS)
        .hasSize(1);
  }

  @Rule("TS-69")
  @Test
  public final void remove_ofOneTokenByMany_isAnsweredToOne() {
    for (int tokenId = 1; tokenId <= 10; tokenId++) {
      int id = tokenId;
      long before = sequenceOf(token(OWNER, id));
      List<Optional<Removal>> removals = Together.call(THREADS, () -> store.remove(OWNER, id, NOW));

      assertThat(removals.stream().flatMap(Optional::stream))
          .as("removals that %d threads got for one token", THREADS)
          .containsExactly(new Removal(before + 1, NOW));
    }
  }

  @Rule("TS-70")
  @Test
  public final void removeAll_byMany_countsEachTokenOnce() {
    long before = 0;
    for (int id = 1; id <= 20; id++) {
      before = sequenceOf(token(OWNER, id));
    }
    List<Long> removed = Together.call(THREADS, () -> store.removeAll(OWNER, NOW));

    assertThat(removed.stream().mapToLong(Long::longValue).sum())
        .as("tokens that all calls of removeAll say they removed")
        .isEqualTo(20);
    assertThat(sequenceOf(token(OWNER, 1000)))
        .as("sequence of the next token")
        .isEqualTo(before + 21);
  }

  @Rule("TS-71")
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

  private static List<Long> sorted(Collection<List<Long>> lists) {
    return flat(lists).stream().sorted().toList();
  }

  private static <T> List<T> flat(Collection<List<T>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
