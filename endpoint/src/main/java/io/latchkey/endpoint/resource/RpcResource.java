package io.latchkey.endpoint.resource;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.call.CallsByName;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.protocol.Protocol;
import io.latchkey.endpoint.protocol.Protocols;
import io.latchkey.endpoint.protocol.RestJson;
import io.latchkey.endpoint.protocol.Trailers;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The calls of a service by their names, in gRPC, gRPC-web and Connect, below a path of the
 * service's name. A protocol is told by the content type of the request.
 *
 * <p>Thread-safe.
 */
public class RpcResource extends RpcPaths {

  private static final RestJson JSON = new RestJson();

  private final Map<String, Rpc<?, ?>> calls;
  private final Exchange exchange;

  /**
   * Creates a resource.
   *
   * @param latchkey what verifies tokens
   * @param calls the calls of one service
   * @param trailers how the host sends trailers; {@link Trailers#NONE} if it cannot, and native
   *     gRPC is refused
   */
  public RpcResource(Latchkey latchkey, List<Rpc<?, ?>> calls, Trailers trailers) {
    this(calls, Hosting.of(latchkey, trailers));
  }

  /**
   * Creates a resource for a host that has more to say on its calls.
   *
   * @param calls the calls of one service
   * @param hosting what the host does for the calls
   */
  public RpcResource(List<Rpc<?, ?>> calls, Hosting hosting) {
    this.calls =
        calls.stream().collect(Collectors.toUnmodifiableMap(Rpc::name, Function.identity()));
    this.exchange = new Exchange(hosting);
  }

  /**
   * Makes a call.
   *
   * @param name the name of the call
   * @param body the request
   * @param headers the headers of the request
   * @param security whom the host has authenticated
   * @return the answer, or an error
   */
  @POST
  @Path(CALL)
  @CallsByName
  public Response call(
      @PathParam("rpc") String name,
      InputStream body,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    return exchange
        .protocol(headers)
        .map(protocol -> call(protocol, name, body, headers, security))
        .orElseGet(RpcResource::unknownType);
  }

  private Response call(
      Protocol protocol,
      String name,
      InputStream body,
      HttpHeaders headers,
      SecurityContext security) {
    return Optional.<Rpc<?, ?>>ofNullable(calls.get(name))
        .map(rpc -> exchange.answer(protocol, rpc, body, headers, security))
        .orElseGet(() -> protocol.failure(Errors.CALL_UNKNOWN, Optional.empty()));
  }

  private static Response unknownType() {
    return JSON.error(
            Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(), Errors.MEDIA_TYPE_UNKNOWN)
        .header("Accept-Post", Protocols.RPC_TYPES)
        .build();
  }
}
