package io.latchkey.tck;

import static io.latchkey.tck.Samples.NOW;
import static io.latchkey.tck.Samples.OWNER;
import static io.latchkey.tck.Samples.digest;
import static io.latchkey.tck.Samples.token;

import io.latchkey.spi.token.TokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A call of one method of a store, for what holds for every method.
 *
 * @param name the method
 * @param isRead whether it has no effect
 * @param work makes the call
 */
record TokenStoreCall(String name, boolean isRead, Callable<Object> work) {

  /** One call of each method but {@code check} and {@code close}, and of those of its features. */
  static List<TokenStoreCall> all(TokenStore store) {
    List<TokenStoreCall> calls = new ArrayList<>();
    calls.add(read("findByDigest", () -> store.findByDigest(digest(1))));
    calls.add(read("get", () -> store.get(OWNER, 1)));
    calls.add(
        read(
            "list",
            () -> store.list(TokenStoreTopic.query(List.of(), TokenStoreTopic.BY_ID, 0, 1))));
    calls.add(write("create", () -> store.create(token(OWNER, 901))));
    calls.add(write("remove", () -> store.remove(OWNER, 1, NOW)));
    calls.add(write("removeAll", () -> store.removeAll(OWNER, NOW)));
    calls.add(write("removeExpired", () -> store.removeExpired(NOW, 1)));
    store
        .lastUse()
        .ifPresent(
            uses -> {
              calls.add(read("lastUse().of", () -> uses.of(1)));
              calls.add(
                  write(
                      "lastUse().record",
                      () -> {
                        uses.record(1, NOW);
                        return true;
                      }));
            });
    store
        .recentRemovals()
        .ifPresent(
            removals ->
                calls.add(
                    read("recentRemovals().within", () -> removals.within(Duration.ofSeconds(1)))));
    return calls;
  }

  private static TokenStoreCall read(String name, Callable<Object> work) {
    return new TokenStoreCall(name, true, work);
  }

  private static TokenStoreCall write(String name, Callable<Object> work) {
    return new TokenStoreCall(name, false, work);
  }
}
