package io.latchkey.endpoint.resource;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.auth.RequestAuthenticator;
import io.latchkey.endpoint.call.Requester;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.error.Failure;
import io.latchkey.endpoint.protocol.Protocol;
import io.latchkey.endpoint.protocol.RestJson;
import io.latchkey.spi.permission.Caller;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes a call of an HTTP request: reads the message, then asks who calls, then does what is asked.
 * No other way leads from a resource to the core, so no call is made for nobody.
 *
 * <p>Thread-safe.
 */
final class Exchange {

  private final RequestAuthenticator authenticator;
  private final Protocol protocol = new RestJson();

  Exchange(Latchkey latchkey) {
    this.authenticator = new RequestAuthenticator(latchkey.verifier());
  }

  /** A call whose message is the body, completed by what the path says. */
  <Q, R> Response answer(
      Rpc<Q, R> rpc,
      InputStream body,
      UnaryOperator<Q> path,
      HttpHeaders headers,
      SecurityContext security) {
    return answer(
        rpc,
        () ->
            path.apply(
                protocol.codec().read(rpc.request(), protocol.unwrap(RequestBody.read(body)))),
        headers,
        security);
  }

  /** A call whose message is in the path alone. */
  <Q, R> Response answer(
      Rpc<Q, R> rpc, Supplier<Q> message, HttpHeaders headers, SecurityContext security) {
    try {
      Q request = message.get();
      Optional<String> organizationId = OrganizationHeader.read(headers);
      Caller caller =
          authenticator.authenticate(security, headers.getRequestHeader(HttpHeaders.AUTHORIZATION));
      R answer = rpc.action().answer(new Requester(caller, organizationId), request);
      return protocol.success(protocol.codec().write(rpc.response(), answer));
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      return protocol.failure(failure.status(), failure.challenge());
    }
  }
}
