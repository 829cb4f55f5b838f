package io.latchkey.spi;

import java.util.List;

/**
 * Makes providers of one kind. Implement one of its three sub-interfaces, give the class a public
 * constructor without arguments, and name it in {@code META-INF/services/<interface>} (and in
 * {@code provides … with} of a module descriptor).
 *
 * <p>A host may load the jar of a provider by a class loader of its own. That sees of the host the
 * SPI alone: the jar, or the jars beside it, bring what else the provider needs. It is the context
 * class loader of the thread while a factory or a provider is called. The manifest of the jar
 * states, as {@value SpiVersion#ATTRIBUTE}, which version of the SPI it was built for.
 *
 * <p>Thread-safe. A factory is made once for a lookup and keeps no state. The constructor does
 * nothing.
 *
 * @param <P> the kind of provider
 */
public interface ProviderFactory<P extends Provider> {

  /**
   * The name by which configuration chooses this provider, and the scope of its keys: the key
   * {@code url} of the provider {@code ldap} is set as {@code ldap.url}. The factories of one
   * product may, and should, use one id for all three interfaces.
   *
   * <p>Reserved for keys of the host: {@code config}, {@code data}, {@code directory}, {@code
   * help}, {@code http}, {@code log}, {@code provider}, {@code tls}, {@code token}.
   *
   * @return 1 to 40 characters {@code a}–{@code z}, {@code 0}–{@code 9} and {@code -}, starting
   *     with a letter; the same at each call
   */
  String id();

  /**
   * The keys that this factory understands. A key in its scope that is not listed by any factory of
   * that id is a start-up error.
   *
   * @return the keys, without the scope; none by default
   */
  default List<ConfigKey<?>> keys() {
    return List.of();
  }

  /**
   * Makes a provider. <b>Does no I/O</b>: it opens no connection and no file, and it succeeds while
   * the backend is down. The first operation or {@link Provider#check()} opens what is needed.
   *
   * @param context configuration and surroundings
   * @return a new provider, closed by the caller
   * @throws IllegalArgumentException if the configuration contradicts itself; the message names the
   *     key and is shown to the operator
   */
  P create(ProviderContext context);
}
