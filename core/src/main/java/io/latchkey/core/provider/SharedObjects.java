package io.latchkey.core.provider;

import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the providers of one id share, for all ids; closed after all providers. */
final class SharedObjects {

  private static final System.Logger LOG = System.getLogger(SharedObjects.class.getName());

  private final Map<Key, AutoCloseable> objects = new LinkedHashMap<>();

  Scope scope(String id) {
    return new Scope(id);
  }

  synchronized void close() {
    objects.forEach(
        (key, object) -> {
          try {
            object.close();
          } catch (Exception e) {
            // The others must be closed all the same, and there is nobody left to act on it.
            LOG.log(Level.WARNING, "could not close what the provider " + key.id + " shares", e);
          }
        });
    objects.clear();
  }

  private synchronized <R extends AutoCloseable> R get(Key key, Supplier<? extends R> make) {
    AutoCloseable object = objects.get(key);
    if (object == null) {
      object = make.get();
      objects.put(key, object);
    }
    @SuppressWarnings("unchecked") // put under its own type, by this method alone
    R typed = (R) object;
    return typed;
  }

  /** The objects of one id. */
  final class Scope {

    private final String id;

    private Scope(String id) {
      this.id = id;
    }

    <R extends AutoCloseable> R get(Class<R> type, Supplier<? extends R> make) {
      return SharedObjects.this.get(new Key(id, type), make);
    }
  }

  private record Key(String id, Class<?> type) {}
}
