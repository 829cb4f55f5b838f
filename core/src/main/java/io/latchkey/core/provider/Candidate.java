package io.latchkey.core.provider;

import io.latchkey.spi.ConfigKey;
import io.latchkey.spi.ProviderFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One factory that was found, with what it says of itself and where it came from.
 *
 * @param factory the factory
 * @param id its id
 * @param keys its keys, without the scope
 * @param source where it came from
 */
record Candidate<F extends ProviderFactory<?>>(
    F factory, String id, List<ConfigKey<?>> keys, ProviderSource source) {

  /** Asks a factory what it is; whatever it throws is thrown on. */
  static <F extends ProviderFactory<?>> Candidate<F> of(F factory, ProviderSource source) {
    String id = Objects.requireNonNull(factory.id(), "the id of " + factory.getClass().getName());
    return new Candidate<>(factory, id, List.copyOf(factory.keys()), source);
  }

  /** The release that the manifest of its jar states. */
  Optional<String> version() {
    Package home = factory.getClass().getPackage();
    return Optional.ofNullable(home == null ? null : home.getImplementationVersion());
  }

  /** Its id, and where it came from. */
  String idAndOrigin() {
    return id + " (" + source.origin(factory) + ")";
  }

  /** How a message calls it: a jar of its own is named. */
  String name() {
    return source.jar().isPresent() ? idAndOrigin() : id;
  }
}
