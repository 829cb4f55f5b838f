package io.latchkey.endpoint.jersey;

import io.latchkey.endpoint.call.Calls;
import io.latchkey.endpoint.call.CallsByName;
import io.latchkey.endpoint.call.CallsNothing;
import io.latchkey.endpoint.error.Errors;
import io.latchkey.endpoint.protocol.RestJson;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses requests to resource methods of this module that do not say which call they make: nobody
 * has thought about who may.
 */
final class UnclassifiedRefusal implements DynamicFeature {

  private static final Set<Class<? extends Annotation>> CLASSES =
      Set.of(Calls.class, CallsByName.class, CallsNothing.class);

  private static final String OURS = "io.latchkey.endpoint.";

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (resource.getResourceClass().getName().startsWith(OURS)
        && !isClassified(resource.getResourceMethod())) {
      context.register(new Refusal());
    }
  }

  static boolean isClassified(Method method) {
    return CLASSES.stream().anyMatch(method::isAnnotationPresent);
  }

  private static final class Refusal implements ContainerRequestFilter {

    private final RestJson json = new RestJson();

    @Override
    public void filter(ContainerRequestContext context) {
      context.abortWith(json.failure(Errors.UNCLASSIFIED, Optional.empty()));
    }
  }
}
