package io.latchkey.tck.memory;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.CheckResult;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import io.latchkey.spi.token.ChangeFeed;
import io.latchkey.spi.token.CreateResult;
import io.latchkey.spi.token.LastUseRecorder;
import io.latchkey.spi.token.NewToken;
import io.latchkey.spi.token.Removal;
import io.latchkey.spi.token.StoredToken;
import io.latchkey.spi.token.TokenDigest;
import io.latchkey.spi.token.TokenOwner;
import io.latchkey.spi.token.TokenPage;
import io.latchkey.spi.token.TokenQuery;
import io.latchkey.spi.token.TokenStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A token store in the memory of the process, with every optional feature. One lock guards
 * everything: it is made to be right, not fast.
 *
 * <p>Thread-safe.
 */
public final class InMemoryTokenStore implements TokenStore {

  private record Entry(StoredToken token, TokenDigest digest) {}

  private final Availability availability = new Availability();
  private final Pages pages = new Pages();
  private final Object lock = new Object();
  // All of these are guarded by the lock.
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final Map<TokenDigest, Long> ids = new HashMap<>();
  private final Map<TokenOwner, Long> sequences = new HashMap<>();
  private final Map<Long, Instant> uses = new HashMap<>();
  private final List<ChangeFeed.Change> changes = new ArrayList<>();

  /** Creates an empty store. */
  public InMemoryTokenStore() {}

  /**
   * Makes every call fail until {@link #recover()}. Nothing is changed by a call that fails.
   *
   * @param effect what a write says of its effect; a read always says {@link Effect#NONE}
   */
  public void fail(Effect effect) {
    availability.fail(effect);
  }

  /**
   * Makes the next write do its work and then fail with {@link Effect#UNKNOWN}, as if its answer
   * were lost on the way.
   */
  public void loseNextAnswer() {
    availability.loseNextAnswer();
  }

  /** Ends what {@link #fail} and {@link #loseNextAnswer} have begun. */
  public void recover() {
    availability.recover();
  }

  @Override
  public CheckResult check() {
    return availability.check();
  }

  @Override
  public CreateResult create(NewToken token) {
    requireNonNull(token, "token");
    availability.beforeWrite();
    CreateResult result;
    synchronized (lock) {
      result = store(token);
    }
    availability.afterWrite();
    return result;
  }

  private CreateResult store(NewToken token) {
    if (entries.containsKey(token.tokenId()) || ids.containsKey(token.digest())) {
      return new CreateResult.Duplicate();
    }
    StoredToken stored = StoredToken.created(token, nextSequence(token.owner()));
    entries.put(token.tokenId(), new Entry(stored, token.digest()));
    ids.put(token.digest(), token.tokenId());
    report(ChangeFeed.Kind.CREATED, stored);
    return new CreateResult.Created(stored);
  }

  @Override
  public Optional<StoredToken> findByDigest(TokenDigest digest) {
    requireNonNull(digest, "digest");
    availability.beforeRead();
    synchronized (lock) {
      return Optional.ofNullable(ids.get(digest)).map(entries::get).map(Entry::token);
    }
  }

  @Override
  public Optional<StoredToken> get(TokenOwner owner, long tokenId) {
    requireNonNull(owner, "owner");
    requirePositive(tokenId, "tokenId");
    availability.beforeRead();
    synchronized (lock) {
      return Optional.ofNullable(entries.get(tokenId))
          .map(Entry::token)
          .filter(token -> token.owner().equals(owner));
    }
  }

  @Override
  public TokenPage list(TokenQuery query) {
    requireNonNull(query, "query");
    availability.beforeRead();
    List<StoredToken> tokens;
    synchronized (lock) {
      tokens = entries.values().stream().map(Entry::token).toList();
    }
    return pages.page(tokens, query);
  }

  @Override
  public Optional<Removal> remove(TokenOwner owner, long tokenId, Instant at) {
    requireNonNull(owner, "owner");
    requirePositive(tokenId, "tokenId");
    requireWholeMicros(at, "at");
    availability.beforeWrite();
    Optional<Removal> removal = Optional.empty();
    synchronized (lock) {
      Entry entry = entries.get(tokenId);
      if (entry != null && entry.token().owner().equals(owner)) {
        discard(entry);
        removal = Optional.of(new Removal(nextSequence(owner), at));
      }
    }
    availability.afterWrite();
    return removal;
  }

  @Override
  public long removeAll(TokenOwner owner, Instant at) {
    requireNonNull(owner, "owner");
    requireWholeMicros(at, "at");
    availability.beforeWrite();
    int removed;
    synchronized (lock) {
      removed = discardUpTo(Integer.MAX_VALUE, token -> token.owner().equals(owner));
      if (removed > 0) {
        sequences.merge(owner, (long) removed, Long::sum);
      }
    }
    availability.afterWrite();
    return removed;
  }

  @Override
  public int removeExpired(Instant before, int limit) {
    requireWholeMicros(before, "before");
    requirePositive(limit, "limit");
    availability.beforeWrite();
    int removed;
    synchronized (lock) {
      removed = discardUpTo(limit, token -> token.expirationDate().isBefore(before));
    }
    availability.afterWrite();
    return removed;
  }

  private int discardUpTo(int limit, Predicate<StoredToken> condition) {
    List<Entry> found =
        entries.values().stream()
            .filter(entry -> condition.test(entry.token()))
            .limit(limit)
            .toList();
    found.forEach(this::discard);
    return found.size();
  }

  private void discard(Entry entry) {
    entries.remove(entry.token().tokenId());
    ids.remove(entry.digest());
    uses.remove(entry.token().tokenId());
    report(ChangeFeed.Kind.REMOVED, entry.token());
  }

  private long nextSequence(TokenOwner owner) {
    return sequences.merge(owner, 1L, Long::sum);
  }

  private void report(ChangeFeed.Kind kind, StoredToken token) {
    changes.add(new ChangeFeed.Change(changes.size() + 1L, kind, token.tokenId(), token.owner()));
  }

  @Override
  public Optional<LastUseRecorder> lastUse() {
    return Optional.of(new LastUses());
  }

  @Override
  public Optional<ChangeFeed> changes() {
    return Optional.of(new Changes());
  }

  @Override
  public void close() {
    availability.close();
  }

  private static void requirePositive(long number, String name) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + number);
    }
  }

  private static void requireWholeMicros(Instant instant, String name) {
    if (!requireNonNull(instant, name).truncatedTo(ChronoUnit.MICROS).equals(instant)) {
      throw new IllegalArgumentException(name + " must be in whole microseconds: " + instant);
    }
  }

  private final class LastUses implements LastUseRecorder {

    @Override
    public void record(long tokenId, Instant at) {
      requireWholeMicros(at, "at");
      availability.beforeWrite();
      synchronized (lock) {
        if (entries.containsKey(tokenId)) {
          uses.merge(tokenId, at, (old, use) -> use.isAfter(old) ? use : old);
        }
      }
      availability.afterWrite();
    }

    @Override
    public Optional<Instant> of(long tokenId) {
      availability.beforeRead();
      synchronized (lock) {
        return Optional.ofNullable(uses.get(tokenId));
      }
    }
  }

  private final class Changes implements ChangeFeed {

    @Override
    public long latest() {
      availability.beforeRead();
      synchronized (lock) {
        return changes.size();
      }
    }

    @Override
    public Optional<List<Change>> since(long position, int limit) {
      if (position < 0) {
        throw new IllegalArgumentException("position must be 0 or more: " + position);
      }
      requirePositive(limit, "limit");
      availability.beforeRead();
      synchronized (lock) {
        return position > changes.size()
            ? Optional.empty()
            : Optional.of(changes.stream().skip(position).limit(limit).toList());
      }
    }
  }
}
