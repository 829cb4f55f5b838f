package io.latchkey.endpoint.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Latchkey;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.endpoint.call.Calls;
import io.latchkey.endpoint.call.CallsByName;
import io.latchkey.endpoint.call.CallsNothing;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method that answers requests says which call it makes, and so who may. */
class ClassificationTest {

  static List<Class<?>> resources() {
    return LatchkeyFeature.Registration.RESOURCES;
  }

  @ParameterizedTest
  @MethodSource("resources")
  void methods_sayExactlyOneThing_andNameCallsThatExist(Class<?> resource) {
    assertThat(methods(resource)).isNotEmpty();
    for (Method method : methods(resource)) {
      assertThat(method.getAnnotations())
          .as(method.toString())
          .filteredOn(
              a -> a instanceof Calls || a instanceof CallsByName || a instanceof CallsNothing)
          .hasSize(1);
      if (method.isAnnotationPresent(Calls.class)) {
        assertThat(calls()).contains(method.getAnnotation(Calls.class).value());
      }
      if (method.isAnnotationPresent(CallsByName.class)) {
        String service = resource.getAnnotation(Path.class).value().substring(1);
        assertThat(calls()).anyMatch(call -> call.startsWith(service + "/"));
      }
    }
  }

  @Test
  void everyCall_hasItsMethod() {
    Set<String> named =
        resources().stream()
            .flatMap(resource -> methods(resource).stream())
            .filter(method -> method.isAnnotationPresent(Calls.class))
            .map(method -> method.getAnnotation(Calls.class).value())
            .collect(Collectors.toSet());
    assertThat(named).isEqualTo(calls());
  }

  @Test
  void resources_holdNothingOfTheHost() {
    for (Class<?> resource : resources()) {
      assertThat(resource.getSuperclass().isAnnotationPresent(Path.class)).isFalse();
      for (Class<?> type = resource; type != Object.class; type = type.getSuperclass()) {
        assertThat(type.getDeclaredFields())
            .noneMatch(field -> field.isAnnotationPresent(Context.class));
      }
    }
  }

  @Test
  void method_thatSaysNothing_isRefused() throws Exception {
    assertThat(status("/careless")).isEqualTo(403);
    assertThat(status("/careful")).isEqualTo(200);
  }

  private static int status(String path) throws Exception {
    ResourceConfig application =
        new ResourceConfig(Unclassified.class).property("latchkey.enabled", false);
    application.register(UnclassifiedRefusal.class);
    ContainerRequest request =
        new ContainerRequest(
            URI.create("http://localhost/"),
            URI.create("http://localhost" + path),
            "GET",
            null,
            new MapPropertiesDelegate(),
            application);
    ContainerResponse response = new ApplicationHandler(application).apply(request).get();
    return response.getStatus();
  }

  /** A resource of this module on which somebody has forgotten something. */
  @Path("/")
  public static final class Unclassified {

    @GET
    @Path("careless")
    public String careless() {
      return "open";
    }

    @GET
    @Path("careful")
    @CallsNothing
    public String careful() {
      return "open";
    }
  }

  private static List<Method> methods(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class)))
        .toList();
  }

  private static Set<String> calls() {
    Latchkey latchkey =
        new Latchkey(
            new Providers(
                new InMemoryTokenStore(),
                new InMemoryUserDirectory(),
                new InMemoryPermissionChecker()),
            new TokenFormat("lkpat_"),
            TokenDigester.plain(),
            Clock.systemUTC());
    return Stream.concat(
            new ManagementCalls(latchkey).all().stream(), new UserCalls(latchkey).all().stream())
        .map(Rpc::path)
        .collect(Collectors.toSet());
  }
}
