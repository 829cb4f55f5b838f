package io.latchkey.endpoint.jersey;

import io.latchkey.endpoint.protocol.Trailers;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Trailers of hosts that hand over what takes them as a property of the request. */
final class RequestTrailers implements Trailers {

  private final Provider<ContainerRequestContext> request;

  @Inject
  RequestTrailers(Provider<ContainerRequestContext> request) {
    this.request = request;
  }

  @Override
  @SuppressWarnings("unchecked") // the type that the property is documented to have
  public Optional<Consumer<Map<String, String>>> ofThisRequest() {
    return Optional.ofNullable(request.get().getProperty(PROPERTY))
        .map(sink -> (Consumer<Map<String, String>>) sink);
  }
}
