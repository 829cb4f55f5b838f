package io.latchkey.core.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the providers of one id share, for all ids; closed after all providers. */
final class SharedObjects implements AutoCloseable {

  private final Map<Key, Shared> objects = new LinkedHashMap<>();
  private boolean closed;

  Scope scope(String id) {
    return new Scope(id);
  }

  @Override
  public void close() {
    List<Shared> made;
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
    Shared shared = objects.get(key);
    if (shared == null) {
      shared = new Shared(make.get(), Thread.currentThread().getContextClassLoader());
      objects.put(key, shared);
    }
    @SuppressWarnings("unchecked") // put under its own type, by this method alone
    R typed = (R) shared.object;
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

  /** An object, and the class loader that the thread had when it was made: it is closed by it. */
  @SuppressWarnings("try") // what the object throws at its end is for Closing to deal with
  private record Shared(AutoCloseable object, @Nullable ClassLoader context)
      implements AutoCloseable {

    @Override
    public void close() throws Exception {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(context);
      try {
        object.close();
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private record Key(String id, Class<?> type) {}
}
