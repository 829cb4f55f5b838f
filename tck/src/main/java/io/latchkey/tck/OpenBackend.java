package io.latchkey.tck;

import io.latchkey.spi.Provider;
import java.util.ArrayList;
import java.util.List;

/** A backend and the providers that a test has opened over it; closes them in that order. */
final class OpenBackend<P extends Provider, B extends Backend<P>> implements AutoCloseable {

  private final B backend;
  private final List<P> providers = new ArrayList<>();

  OpenBackend(B backend) {
    this.backend = backend;
  }

  B backend() {
    return backend;
  }

  P open() {
    P provider = backend.open();
    providers.add(provider);
    return provider;
  }

  /** Closes one of the providers for good: it is not closed again with the backend. */
  void close(P provider) {
    providers.remove(provider);
    provider.close();
  }

  @Override
  public void close() {
    try {
      providers.forEach(Provider::close);
    } finally {
      backend.close();
    }
  }
}
