package io.latchkey.endpoint.resource;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.call.CallsNothing;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.endpoint.openapi.OpenApi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * The description of the calls as an OpenAPI 3.1 document, below {@code /latchkey}. For everyone:
 * it says no more than the documentation does.
 *
 * <p>Thread-safe.
 */
public class DescriptionResource {

  private final byte[] document;

  /**
   * Creates a resource.
   *
   * @param latchkey what the calls are made of; nothing is asked of it
   */
  @Inject
  public DescriptionResource(Latchkey latchkey) {
    this.document =
        new OpenApi()
            .add(ManagementResource.class, "/management/", new ManagementCalls(latchkey).all())
            .add(UserResource.class, "/v2/", new UserCalls(latchkey).all())
            .toJson();
  }

  /**
   * The document.
   *
   * @return a JSON object
   */
  @GET
  @Path("openapi.json")
  @CallsNothing
  public Response openApi() {
    return Response.ok(document.clone(), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
