package io.latchkey.bench.resource;

import io.latchkey.endpoint.auth.BearerTokenRequired;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Answers with nothing. */
@Singleton
@Path("bench")
public final class EmptyResource {

  /** For Jersey. */
  public EmptyResource() {}

  /** To everybody. */
  @GET
  @Path("empty")
  public void empty() {
    // This is what it is for: a call that costs what Jersey and Jetty cost.
  }

  /** To who has a token. */
  @GET
  @Path("guarded")
  @BearerTokenRequired
  public void guarded() {
    // The filter has done the work.
  }
}
