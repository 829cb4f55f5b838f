package io.latchkey.host;

import io.latchkey.core.Latchkey;
import io.latchkey.core.config.Settings;
import io.latchkey.core.config.StartupException;
import io.latchkey.core.provider.ProviderLookup;
import io.latchkey.spi.ProviderConfig;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A running server.
 *
 * <p>Thread-safe.
 */
public final class Host implements AutoCloseable {

  private final HttpServer http;
  private final Latchkey latchkey;

  private Host(HttpServer http, Latchkey latchkey) {
    this.http = http;
    this.latchkey = latchkey;
  }

  /**
   * Starts a server. Its two halves, HTTP and the providers, start side by side; the port opens
   * when both are there.
   *
   * @param lookup the providers that are there
   * @param settings what the operator has set
   * @param clock the source of the time
   * @return a server that answers
   * @throws StartupException if it cannot start; the message is one sentence for the operator
   */
  public static Host start(ProviderLookup lookup, Settings settings, Clock clock) {
    ProviderConfig config = HostKeys.requireValid(settings);
    HttpServer http = new HttpServer(config);
    http.reservePort();
    CompletableFuture<Latchkey> starting = new CompletableFuture<>();
    // A thread of its own, which has the class loader of this one, unlike those of the common pool.
    new Thread(() -> complete(starting, lookup, settings, clock), "latchkey-start").start();
    try {
      http.start(starting);
      return new Host(http, starting.join());
    } catch (RuntimeException e) {
      http.stop();
      starting.handle((latchkey, failure) -> closed(latchkey)).join();
      throw e.getCause() instanceof StartupException sentence ? sentence : e;
    }
  }

  private static void complete(
      CompletableFuture<Latchkey> starting, ProviderLookup lookup, Settings settings, Clock clock) {
    try {
      starting.complete(Latchkey.start(lookup, settings, clock));
    } catch (Throwable e) {
      starting.completeExceptionally(e);
    }
  }

  private static boolean closed(@Nullable Latchkey latchkey) {
    if (latchkey != null) {
      latchkey.close();
    }
    return true;
  }

  /**
   * Where the server answers.
   *
   * @return a URI without a slash at its end
   */
  public URI uri() {
    return http.uri();
  }

  /** Lets running requests end, then closes the providers. */
  @Override
  public void close() {
    http.stop();
    latchkey.close();
  }
}
