package io.latchkey.hibernate.database;

import static java.util.Objects.requireNonNull;

import io.latchkey.spi.ProviderUnavailableException;
import io.latchkey.spi.ProviderUnavailableException.Effect;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The database that the three providers share. Making it does no I/O: the first call that needs it
 * opens it, once for all that come meanwhile; after a failure the next call tries again.
 *
 * <p>It is opened on a thread of its own, so that a server that hangs costs a caller no more than
 * the time limit, and an interrupted caller leaves nothing half open.
 *
 * <p>Thread-safe.
 */
public final class Database implements AutoCloseable {

  private final DatabaseSettings settings;
  private final List<Class<?>> entities;
  private final Object lock = new Object();

  private volatile @Nullable OpenDatabase open;
  private @Nullable CompletableFuture<OpenDatabase> opening;
  private boolean closed;

  /**
   * Creates a database that is not open yet.
   *
   * @param settings how it is reached
   * @param entities the mapped classes
   */
  public Database(DatabaseSettings settings, List<Class<?>> entities) {
    this.settings = requireNonNull(settings, "settings");
    this.entities = List.copyOf(entities);
  }

  DatabaseSettings settings() {
    return settings;
  }

  /** The open database, opened first if need be. */
  OpenDatabase open() {
    OpenDatabase present = open;
    return present != null ? present : await(attempt());
  }

  private CompletableFuture<OpenDatabase> attempt() {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the database " + settings.url() + " is closed");
      }
      CompletableFuture<OpenDatabase> attempt = opening;
      if (attempt == null || attempt.isCompletedExceptionally()) {
        attempt = Background.call("latchkey-open", () -> OpenDatabase.open(settings, entities));
        opening = attempt;
      }
      return attempt;
    }
  }

  private OpenDatabase await(CompletableFuture<OpenDatabase> attempt) {
    try {
      OpenDatabase opened = attempt.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      open = opened;
      return opened;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ProviderUnavailableException(
          Failures.sentence(settings.url(), cause), Effect.NONE, cause);
    } catch (TimeoutException e) {
      throw unavailable("was not open within " + settings.timeout().toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for: the thread was interrupted", e);
    }
  }

  private ProviderUnavailableException unavailable(String what, Exception cause) {
    return new ProviderUnavailableException(
        "the database " + settings.url() + " " + what, Effect.NONE, cause);
  }

  /** Closes what was opened; an opening that is under way is closed once it is done. */
  @Override
  public void close() {
    CompletableFuture<OpenDatabase> last;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      last = opening;
    }
    if (last != null) {
      last.thenAccept(OpenDatabase::close).exceptionally(failedToOpen -> null).join();
    }
  }
}
