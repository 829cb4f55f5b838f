package io.latchkey.core.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.tck.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {

  private static final Duration BOUND = Duration.ofSeconds(1);
  private static final TokenOwner OWNER = new TokenOwner("acme", "ci");
  private static final Instant EXPIRATION = Instant.EPOCH.plusSeconds(60);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 100); // it may overflow
  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final Revocations revocations = new Revocations(BOUND, nanos::get, clock);
  private final RecentAnswers<String, Optional<StoredToken>> answers =
      new RecentAnswers<>(100, revocations, Optional::isPresent, token -> token.orElse(null));
  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private static StoredToken token(long id, TokenOwner owner) {
    Instant now = Instant.EPOCH;
    return new StoredToken(id, owner, 1, now, now, EXPIRATION, List.of(), Optional.empty());
  }

  private Optional<StoredToken> asking(Optional<StoredToken> answer) {
    asked.incrementAndGet();
    return answer;
  }

  private Optional<StoredToken> get(String key) {
    return answers.get(key, () -> asking(Optional.of(token(1, OWNER))));
  }

  @Test
  void answer_withinTheBound_isGivenAgain() {
    get("a");
    nanos.addAndGet(BOUND.toNanos() - 1);

    assertThat(get("a")).isEqualTo(Optional.of(token(1, OWNER)));
    assertThat(asked).hasValue(1);
  }

  @Test
  void answer_atTheBound_isAskedForAgain() {
    get("a");
    nanos.addAndGet(BOUND.toNanos());
    get("a");

    assertThat(asked).hasValue(2);
  }

  /** It counts from when it was asked for: what it says may have changed from then on. */
  @Test
  void answer_thatTookLong_isAsOldAsItsQuestion() {
    answers.get(
        "a",
        () -> {
          nanos.addAndGet(BOUND.toNanos());
          return asking(Optional.of(token(1, OWNER)));
        });

    assertThat(answers.find("a")).isNull();
  }

  @Test
  void answer_aboutATokenThatExpires_isAskedForAgainFromThenOn() {
    clock.set(EXPIRATION.minusNanos(2));
    answers.get(
        "a",
        () -> {
          nanos.addAndGet(5);
          return asking(Optional.of(token(1, OWNER)));
        });

    nanos.addAndGet(1);
    assertThat(answers.find("a")).as("before its expiration date").isNotNull();
    nanos.addAndGet(1);
    assertThat(answers.find("a")).as("at its expiration date").isNull();
  }

  @Test
  void answer_aboutATokenThatExpiredMeanwhile_isNotGivenAgain() {
    answers.get(
        "a",
        () -> {
          clock.set(Instant.MAX);
          return asking(Optional.of(token(1, OWNER)));
        });

    assertThat(answers.find("a")).isNull();
  }

  @Test
  void answer_thatIsNotToBeKept_isAskedForAgain() {
    answers.get("a", () -> asking(Optional.empty()));
    answers.get("a", () -> asking(Optional.empty()));

    assertThat(asked).hasValue(2);
  }

  @Test
  void answer_aboutARevokedToken_isAskedForAgainAtOnce() {
    get("a");
    revocations.ofToken(2);
    assertThat(answers.find("a")).as("after the removal of another token").isNotNull();
    revocations.ofToken(1);

    assertThat(answers.find("a")).as("after its removal").isNull();
  }

  @Test
  void answer_ofAnOwnerWithoutTokens_isAskedForAgainAtOnce() {
    get("a");
    revocations.ofOwner(new TokenOwner("acme", "other"));
    assertThat(answers.find("a")).as("after the removal of another's tokens").isNotNull();
    revocations.ofOwner(OWNER);

    assertThat(answers.find("a")).as("after the removal of the owner's tokens").isNull();
  }

  @Test
  void answer_askedForBeforeEverythingChanged_isAskedForAgainAtOnce() {
    get("a");
    revocations.ofEverything();
    assertThat(answers.find("a")).isNull();
    nanos.incrementAndGet();
    get("a");

    assertThat(answers.find("a")).as("asked for since").isNotNull();
  }

  /** The store may answer from before the removal, and the answer arrive after it. */
  @Test
  void answer_askedForBeforeARevocation_isNotGivenAfterIt() {
    answers.get(
        "a",
        () -> {
          nanos.incrementAndGet();
          revocations.ofToken(1);
          return asking(Optional.of(token(1, OWNER)));
        });

    assertThat(answers.find("a")).isNull();
  }

  @Test
  void revocation_isForgottenAfterTheBound_andNotBefore() {
    revocations.ofToken(1);
    nanos.addAndGet(BOUND.toNanos());
    revocations.forgetOld();
    assertThat(revocations.concern(token(1, OWNER), nanos.get() - BOUND.toNanos()))
        .as("at the bound")
        .isTrue();
    nanos.incrementAndGet();
    revocations.forgetOld();

    assertThat(revocations.concern(token(1, OWNER), nanos.get() - BOUND.toNanos() - 1))
        .as("after the bound")
        .isFalse();
  }

  /** Starts a question, and gives back what ends it. */
  private CompletableFuture<Optional<StoredToken>> begin(
      String key, List<Future<Optional<StoredToken>>> answered) throws InterruptedException {
    CompletableFuture<Optional<StoredToken>> answer = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    answered.add(
        threads.submit(
            () ->
                answers.get(
                    key,
                    () -> {
                      begun.countDown();
                      return asking(answer.join());
                    })));
    begun.await();
    return answer;
  }

  private Future<Optional<StoredToken>> ask(String key, Supplier<Optional<StoredToken>> source) {
    return threads.submit(() -> answers.get(key, source));
  }

  @Test
  void questions_ofManyForTheSame_areOne() throws Exception {
    List<Future<Optional<StoredToken>>> answered = new ArrayList<>();
    CompletableFuture<Optional<StoredToken>> answer = begin("a", answered);
    for (int i = 0; i < 7; i++) {
      answered.add(ask("a", () -> asking(Optional.empty())));
    }
    assertThat(answers.get("b", () -> asking(Optional.empty()))).as("of another").isEmpty();
    answer.complete(Optional.of(token(1, OWNER)));

    for (Future<Optional<StoredToken>> each : answered) {
      assertThat(each.get()).contains(token(1, OWNER));
    }
    assertThat(asked).as("questions for a and b").hasValue(2);
  }

  @Test
  void question_thatFailed_isAskedAgain() throws Exception {
    List<Future<Optional<StoredToken>>> answered = new ArrayList<>();
    CompletableFuture<Optional<StoredToken>> answer = begin("a", answered);
    IllegalStateException down = new IllegalStateException("down");
    answer.completeExceptionally(down);

    assertThatThrownBy(() -> answered.get(0).get()).hasRootCause(down);
    assertThat(get("a")).as("asked again").isPresent();
  }

  /** Who asks after a removal must not get the answer of who asked before it. */
  @Test
  void question_afterARevocation_isNotAnsweredByAnOlderOne() throws Exception {
    List<Future<Optional<StoredToken>>> answered = new ArrayList<>();
    CompletableFuture<Optional<StoredToken>> answer = begin("a", answered);
    nanos.incrementAndGet();
    revocations.ofToken(1);
    Future<Optional<StoredToken>> later = ask("a", () -> asking(Optional.empty()));
    answer.complete(Optional.of(token(1, OWNER)));

    assertThat(later.get()).isEmpty();
  }

  @Test
  void question_olderThanTheBound_isNotWaitedFor() throws Exception {
    List<Future<Optional<StoredToken>>> answered = new ArrayList<>();
    CompletableFuture<Optional<StoredToken>> answer = begin("a", answered);
    nanos.addAndGet(BOUND.toNanos());

    assertThat(get("a")).as("while the older one waits").isPresent();
    answer.complete(Optional.empty());
    assertThat(answered.get(0).get()).as("of the older one").isEmpty();
  }
}
