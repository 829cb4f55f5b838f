package io.latchkey.endpoint.call;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.schema.MessageType;

/**
 * One call of the contract.
 *
 * @param service the full name of its service
 * @param name its name in the service
 * @param summary what it does and who may call it, for people: one sentence
 * @param request the message that it takes
 * @param response the message that it gives
 * @param action what it does
 * @param <Q> the Java type of the request
 * @param <R> the Java type of the response
 */
public record Rpc<Q, R>(
    String service,
    String name,
    String summary,
    MessageType<Q> request,
    MessageType<R> response,
    Action<Q, R> action) {

  /** Refuses a null component. */
  public Rpc {
    requireNonNull(service, "service");
    requireNonNull(name, "name");
    requireNonNull(summary, "summary");
    requireNonNull(request, "request");
    requireNonNull(response, "response");
    requireNonNull(action, "action");
  }

  /**
   * What a call does, once its caller is known.
   *
   * @param <Q> the Java type of the request
   * @param <R> the Java type of the response
   */
  @FunctionalInterface
  public interface Action<Q, R> {

    /**
     * Does it.
     *
     * @param requester who asks for it
     * @param request what is asked for
     * @return the answer
     * @throws io.latchkey.endpoint.message.CallException if it is refused
     * @throws io.latchkey.spi.ProviderUnavailableException if a provider could not tell
     */
    R answer(Requester requester, Q request);
  }

  /**
   * Where it is called by its name.
   *
   * @return the service and the name, with a slash between
   */
  public String path() {
    return service + "/" + name;
  }
}
