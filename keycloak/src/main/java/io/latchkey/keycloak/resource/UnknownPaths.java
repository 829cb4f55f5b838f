package io.latchkey.keycloak.resource;

import io.latchkey.endpoint.call.CallsNothing;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.protocol.RestJson;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * The answer of paths that a resource does not have, in the contract's words and not Keycloak's.
 */
interface UnknownPaths {

  /** Less specific than any path that the endpoint has. */
  String ANY = "{unknown:.*}";

  @GET
  @Path(ANY)
  @CallsNothing
  default Response noGet() {
    return notFound();
  }

  @HEAD
  @Path(ANY)
  @CallsNothing
  default Response noHead() {
    return notFound();
  }

  @POST
  @Path(ANY)
  @CallsNothing
  default Response noPost() {
    return notFound();
  }

  @PUT
  @Path(ANY)
  @CallsNothing
  default Response noPut() {
    return notFound();
  }

  @PATCH
  @Path(ANY)
  @CallsNothing
  default Response noPatch() {
    return notFound();
  }

  @DELETE
  @Path(ANY)
  @CallsNothing
  default Response noDelete() {
    return notFound();
  }

  @OPTIONS
  @Path(ANY)
  @CallsNothing
  default Response noOptions() {
    return notFound();
  }

  private static Response notFound() {
    return new RestJson().failure(Errors.NOT_FOUND, Optional.empty());
  }
}
