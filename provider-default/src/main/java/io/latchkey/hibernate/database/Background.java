package io.latchkey.hibernate.database;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Work on a daemon thread of its own, which inherits nothing that could outlive its caller. */
final class Background {

  private Background() {}

  static <T> CompletableFuture<T> call(String name, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.complete(work.call());
              } catch (Throwable e) { // errors too, or the caller would wait for ever
                result.completeExceptionally(e);
              }
            },
            name,
            0,
            false);
    thread.setDaemon(true);
    thread.start();
    return result;
  }
}
