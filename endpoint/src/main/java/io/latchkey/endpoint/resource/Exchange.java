package io.latchkey.endpoint.resource;

import io.latchkey.endpoint.call.Requester;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.error.Failure;
import io.latchkey.endpoint.protocol.Deadline;
import io.latchkey.endpoint.protocol.Protocol;
import io.latchkey.endpoint.protocol.Protocols;
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

  private final Hosting hosting;
  private final Protocols protocols;

  Exchange(Hosting hosting) {
    this.hosting = hosting;
    this.protocols = new Protocols(hosting.trailers());
  }

  /** A call by REST, whose message is the body, completed by what the path says. */
  <Q, R> Response answer(
      Rpc<Q, R> rpc,
      InputStream body,
      UnaryOperator<Q> path,
      HttpHeaders headers,
      SecurityContext security) {
    Protocol protocol = protocols.rest(headers);
    return answer(protocol, rpc, () -> path.apply(read(protocol, rpc, body)), headers, security);
  }

  /** A call by REST, whose message is in the path alone. */
  <Q, R> Response answer(
      Rpc<Q, R> rpc, Supplier<Q> message, HttpHeaders headers, SecurityContext security) {
    return answer(protocols.rest(headers), rpc, message, headers, security);
  }

  /** A call by its name, whose message is the body. */
  <Q, R> Response answer(
      Protocol protocol,
      Rpc<Q, R> rpc,
      InputStream body,
      HttpHeaders headers,
      SecurityContext security) {
    return answer(protocol, rpc, () -> read(protocol, rpc, body), headers, security);
  }

  /** The protocol of a call by its name; absent if the content type is of none. */
  Optional<Protocol> protocol(HttpHeaders headers) {
    return protocols.rpc(headers);
  }

  private static <Q> Q read(Protocol protocol, Rpc<Q, ?> rpc, InputStream body) {
    return protocol.codec().read(rpc.request(), protocol.read(body));
  }

  private <Q, R> Response answer(
      Protocol protocol,
      Rpc<Q, R> rpc,
      Supplier<Q> message,
      HttpHeaders headers,
      SecurityContext security) {
    try {
      Deadline deadline = protocol.begin();
      Q request = message.get();
      Optional<String> organizationId = OrganizationHeader.read(headers);
      Caller caller =
          hosting
              .authenticator()
              .authenticate(security, headers.getRequestHeader(HttpHeaders.AUTHORIZATION));
      deadline.check();
      R answer = rpc.action().answer(new Requester(caller, organizationId), request);
      return protocol.success(protocol.codec().write(rpc.response(), answer));
    } catch (RuntimeException e) {
      hosting.failed().run();
      Failure failure = Failure.of(e);
      return protocol.failure(failure.status(), failure.challenge());
    }
  }
}
