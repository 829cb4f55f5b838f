package io.latchkey.keycloak.resource;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Hides content types that mean nothing to the endpoint and something to Keycloak: it ends in an
 * error of its own at one that is none, and takes a multipart body apart. Bound by name: it touches
 * nothing else of Keycloak's.
 */
@Provider
@RawBody
public class RawContentTypeFilter implements ContainerRequestFilter {

  /** Called by Keycloak. */
  public RawContentTypeFilter() {}

  @Override
  public void filter(ContainerRequestContext context) {
    @Nullable String type = context.getHeaderString(HttpHeaders.CONTENT_TYPE);
    if (type != null && !isHarmless(type)) {
      context.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
    }
  }

  private static boolean isHarmless(String type) {
    try {
      return !MediaType.valueOf(type).getType().equalsIgnoreCase("multipart");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
