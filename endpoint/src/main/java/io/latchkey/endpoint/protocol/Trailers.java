package io.latchkey.endpoint.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a host sends trailers behind the body of an answer, which native gRPC cannot do without.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface Trailers {

  /**
   * The property of a request (with servlets, the attribute) by which a host hands over a {@code
   * java.util.function.Consumer<Map<String, String>>} that takes the trailers of its answer, by
   * their names in lower case. A host sets it for requests by HTTP/2 only.
   */
  String PROPERTY = "io.latchkey.endpoint.trailers";

  /** A host that cannot send trailers. */
  Trailers NONE = Optional::empty;

  /**
   * What takes the trailers of the answer to the request that the calling thread works on.
   *
   * @return called once, before the first byte of the answer; absent if none can be sent
   */
  Optional<Consumer<Map<String, String>>> ofThisRequest();
}
