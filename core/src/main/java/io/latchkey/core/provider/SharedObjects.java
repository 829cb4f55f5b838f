package io.latchkey.core.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the providers of one id share, for all ids; closed after all providers. */
final class SharedObjects implements AutoCloseable {

  private final Map<Key, AutoCloseable> objects = new LinkedHashMap<>();
  private boolean closed;

  Scope scope(String id) {
    return new Scope(id);
  }

  @Override
  public void close() {
    List<AutoCloseable> made;
    synchronized (this) {
      closed = true;
      made = new ArrayList<>(objects.values());
      objects.clear();
    }
    Closing.inReverse(made);
  }

  private synchronized <R extends AutoCloseable> R get(Key key, Supplier<? extends R> make) {
    if (closed) {
      throw new IllegalStateException("the providers of " + key.id + " are closed");
    }
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
