package io.latchkey.core.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.latchkey.spi.token.StoredToken;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of answers that may be given again as long as {@link Revocations} spare them.
 * Those who ask the same at once ask once.
 *
 * <p>Thread-safe.
 *
 * @param <K> what is asked for
 * @param <V> the answers
 */
public final class RecentAnswers<K, V> {

  private final Revocations revocations;
  private final Predicate<? super V> kept;
  private final Function<? super V, @Nullable StoredToken> subject;
  private final Cache<K, Answer<V>> answers;
  private final Map<K, Question<V>> questions = new ConcurrentHashMap<>();

  /**
   * Creates it, empty.
   *
   * @param size the most answers that are kept; those that are seldom wanted go first
   * @param revocations until when an answer may be given again
   * @param kept which answers are kept
   * @param subject the token that an answer is about; null for none
   */
  public RecentAnswers(
      int size,
      Revocations revocations,
      Predicate<? super V> kept,
      Function<? super V, @Nullable StoredToken> subject) {
    this.revocations = revocations;
    this.kept = kept;
    this.subject = subject;
    this.answers = Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
  }

  private record Answer<V>(V value, long asked, long life) {}

  /** A question that is under way; each is another. */
  private static final class Question<V> {

    final long asked;
    final CompletableFuture<Answer<V>> answer = new CompletableFuture<>();

    Question(long asked) {
      this.asked = asked;
    }
  }

  /**
   * The answer that is kept, if it may be given now. The short way of a busy host: it takes no lock
   * and makes no object.
   *
   * @param key what is asked for
   * @return the answer; null if it must be {@linkplain #ask asked for}
   */
  public @Nullable V find(K key) {
    Answer<V> answer = answers.getIfPresent(key);
    return answer != null && mayBeGiven(answer, revocations.now()) ? answer.value : null;
  }

  /**
   * The answer that is kept, or else one that is {@linkplain #ask asked for}.
   *
   * @param key what is asked for
   * @param source gives the answer
   * @return the answer
   */
  V get(K key, Supplier<V> source) {
    V found = find(key);
    return found != null ? found : ask(key, source);
  }

  /**
   * Asks, or waits for the answer of who is asking the same already, if that one may be given.
   *
   * @param key what is asked for
   * @param source gives the answer; what it throws is thrown to all who wait for it
   * @return the answer
   */
  public V ask(K key, Supplier<V> source) {
    long now = revocations.now();
    Question<V> mine = new Question<>(now);
    Question<V> shared =
        questions.compute(
            key,
            (same, there) -> there != null && revocations.spare(there.asked, now) ? there : mine);
    if (shared == mine) {
      return answer(key, mine, source);
    }
    Answer<V> answer = await(shared);
    return mayBeGiven(answer, now) ? answer.value : source.get();
  }

  private boolean mayBeGiven(Answer<V> answer, long now) {
    StoredToken token = subject.apply(answer.value);
    return revocations.spare(answer.asked, answer.life, now)
        && (token == null || !revocations.concern(token, answer.asked));
  }

  private V answer(K key, Question<V> question, Supplier<V> source) {
    try {
      V value = source.get();
      long life = revocations.life(question.asked, subject.apply(value));
      Answer<V> answer = new Answer<>(value, question.asked, life);
      if (kept.test(value)) {
        answers.put(key, answer);
      }
      question.answer.complete(answer);
      return value;
    } catch (Throwable e) {
      question.answer.completeExceptionally(e);
      throw e;
    } finally {
      questions.remove(key, question);
    }
  }

  private static <V> Answer<V> await(Question<V> question) {
    try {
      return question.answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
