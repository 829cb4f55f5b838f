package io.latchkey.endpoint.jersey;

import io.latchkey.core.Latchkey;
import io.latchkey.endpoint.resource.DescriptionResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;

/** {@link DescriptionResource} at the root of a Jersey application. */
@Singleton
@Path("/latchkey")
public final class DescriptionRootResource extends DescriptionResource {

  /**
   * Creates a resource.
   *
   * @param latchkey what the calls are made of
   */
  @Inject
  public DescriptionRootResource(Latchkey latchkey) {
    super(latchkey);
  }
}
