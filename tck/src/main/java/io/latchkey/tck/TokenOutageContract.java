package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.ids;
import static io.latchkey.tck.Samples.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenStore;
import io.latchkey.tck.internal.Together;
import io.latchkey.tck.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a store says while its backend is away, and does when it is back. */
public abstract class TokenOutageContract extends TokenStoreTopic {

  /** How long a store may take to notice that its backend is back. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private static final TokenOwner STRANGER = new TokenOwner("org-3", "user-3");

  /** For the {@link TokenStoreContract}. */
  TokenOutageContract() {}

  @Rule("TS-83")
  @Test
  public final void open_whileTheBackendIsAway_succeedsAndWorksOnceItIsBack() {
    backend().interrupt();
    TokenStore lazy = anotherStore();
    restore(lazy);

    StoredToken stored = createdBy(lazy, token(OWNER, 1));
    assertThat(lazy.get(OWNER, 1))
        .as("get of a store that was opened while the backend was away")
        .contains(stored);
  }

  @Rule("TS-84")
  @Test
  public final void call_whileTheBackendIsAway_couldNotTell() {
    created(token(OWNER, 1));
    List<TokenStoreCall> calls = TokenStoreCall.all(store);
    backend().interrupt();

    for (Outcome outcome : outcomes(calls)) {
      String call = outcome.call().name();
      assertThat(outcome.thrown())
          .as("what %s throws while the backend is away (it answered %s)", call, outcome.answer())
          .containsInstanceOf(ProviderUnavailableException.class);
      if (outcome.call().isRead()
          && outcome.thrown().orElseThrow() instanceof ProviderUnavailableException unavailable) {
        assertThat(unavailable.effect()).as("effect of %s, a read", call).isEqualTo(Effect.NONE);
      }
    }
  }

  @Rule("TS-85")
  @Test
  public final void call_whileTheBackendIsAway_endsWithinTheTimeLimit() {
    created(token(OWNER, 1));
    List<TokenStoreCall> calls = TokenStoreCall.all(store);
    backend().interrupt();

    for (Outcome outcome : outcomes(calls)) {
      assertThat(outcome.took())
          .as("time that %s took while the backend was away", outcome.call().name())
          .isLessThanOrEqualTo(backend().timeLimit());
    }
  }

  @Rule("TS-86")
  @Test
  public final void check_whileTheBackendIsAway_tellsTheProblem() {
    created(token(OWNER, 1));
    backend().interrupt();

    assertThat(store.check().problem())
        .as("problem that check() tells while the backend is away")
        .hasValueSatisfying(problem -> assertThat(problem).isNotBlank());
  }

  @Rule("TS-87")
  @Test
  public final void write_whileTheBackendIsAway_isDoneWholeOrNotAtAll() {
    long before = sequenceOf(token(OWNER, 1));
    long otherBefore = sequenceOf(token(STRANGER, 2));
    NewToken token = token(OWNER, 3);
    backend().interrupt();
    List<Optional<Effect>> effects =
        Together.call(
            List.of(
                () -> effectOf(() -> store.create(token)),
                () -> effectOf(() -> store.remove(STRANGER, 2, NOW))));
    restore(store);

    boolean created = isWhole(token);
    assertNotAtAll(effects.get(0), !created, "create");
    assertThat(sequenceOf(token(OWNER, 4)))
        .as("sequence after a create that failed and is %s", created ? "done" : "not done")
        .isEqualTo(before + (created ? 2 : 1));
    assertThat(store.create(token) instanceof CreateResult.Created)
        .as("whether the create, tried again, stores the token")
        .isEqualTo(!created);

    boolean removed = !isWhole(token(STRANGER, 2));
    assertNotAtAll(effects.get(1), !removed, "remove");
    assertThat(sequenceOf(token(STRANGER, 5)))
        .as("sequence after a removal that failed and is %s", removed ? "done" : "not done")
        .isEqualTo(otherBefore + (removed ? 2 : 1));
  }

  private static void assertNotAtAll(Optional<Effect> effect, boolean undone, String call) {
    if (effect.equals(Optional.of(Effect.NONE))) {
      assertThat(undone).as("a %s that failed with the effect NONE is not done", call).isTrue();
    }
  }

  /** Whether a token is there, for every read alike. */
  private boolean isWhole(NewToken token) {
    TokenOwner owner = token.owner();
    boolean found = store.findByDigest(token.digest()).isPresent();

    assertThat(store.get(owner, token.tokenId()).isPresent())
        .as("get finds the token, as findByDigest does")
        .isEqualTo(found);
    assertThat(ids(listed()).contains(token.tokenId()))
        .as("list holds the token, as findByDigest finds it")
        .isEqualTo(found);
    return found;
  }

  @Rule("TS-88")
  @Test
  public final void call_onceTheBackendIsBack_worksWithoutOpeningAnew() {
    StoredToken stored = created(token(OWNER, 1));
    backend().interrupt();
    Throwable away = catchThrowable(() -> store.findByDigest(digest(1)));
    restore(store);

    assertThat(Together.call(8, () -> store.findByDigest(digest(1))))
        .as("what eight threads find once the backend is back (away, it was: %s)", away)
        .containsOnly(Optional.of(stored));
    assertThat(sequenceOf(token(OWNER, 2)))
        .as("sequence of a token that is created once the backend is back")
        .isEqualTo(stored.sequence() + 1);
  }

  @Rule("TS-102")
  @Test
  public final void acknowledged_isThereAfterTheDeathOfTheBackend() {
    if (!backend().features().contains(TokenStoreBackend.Feature.DURABLE)) {
      return; // nothing claims it, and interrupt() kills nothing
    }
    List<Long> kept = new ArrayList<>();
    long sequence = 0;
    for (long id = 1; id <= 20; id++) {
      sequence = sequenceOf(token(OWNER, id));
      if (id % 4 == 0) {
        sequence = store.remove(OWNER, id - 1, NOW).orElseThrow().sequence();
        kept.remove(id - 1);
      }
      kept.add(id);
    }
    backend().interrupt();
    restore(store);

    assertThat(ids(listed())).as("ids of what was acknowledged before").isEqualTo(kept);
    assertThat(sequenceOf(token(OWNER, 21)))
        .as("sequence of the next token")
        .isEqualTo(sequence + 1);
  }

  /** Brings the backend back, and waits until the store has noticed. */
  private void restore(TokenStore waiting) {
    backend().restore();
    long start = System.nanoTime();
    Optional<String> problem = waiting.check().problem();
    while (problem.isPresent()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("time since the backend is back, and check() still says: %s", problem.get())
          .isLessThan(RECOVERY);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      problem = waiting.check().problem();
    }
  }

  /** What became of a call. */
  private record Outcome(
      TokenStoreCall call, Optional<Throwable> thrown, String answer, Duration took) {}

  /** All at once: together they take no longer than one of them. */
  private static List<Outcome> outcomes(List<TokenStoreCall> calls) {
    List<Callable<Outcome>> callables = new ArrayList<>();
    for (TokenStoreCall call : calls) {
      callables.add(() -> outcome(call));
    }
    return Together.call(callables);
  }

  private static Outcome outcome(TokenStoreCall call) {
    long start = System.nanoTime();
    List<Object> answer = new ArrayList<>();
    Throwable thrown = catchThrowable(() -> answer.add(call.work().call()));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Outcome(call, Optional.ofNullable(thrown), answer.toString(), took);
  }

  private static Optional<Effect> effectOf(ThrowingCallable write) {
    return catchThrowable(write) instanceof ProviderUnavailableException unavailable
        ? Optional.of(unavailable.effect())
        : Optional.empty();
  }
}
