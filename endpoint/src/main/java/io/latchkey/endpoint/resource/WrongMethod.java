package io.latchkey.endpoint.resource;

import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.protocol.RestJson;
import jakarta.ws.rs.core.Response;

/** The answer of a known path to a method that it does not have. */
final class WrongMethod {

  private static final RestJson JSON = new RestJson();

  private WrongMethod() {}

  static Response onPathWith(String... allowed) {
    return JSON.error(Response.Status.METHOD_NOT_ALLOWED.getStatusCode(), Errors.METHOD_NOT_ALLOWED)
        .allow(allowed)
        .build();
  }
}
