package io.latchkey.endpoint.openapi;

import static java.util.Objects.requireNonNull;

import io.latchkey.endpoint.call.Calls;
import io.latchkey.endpoint.call.Rpc;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A call where REST has it. */
record Operation(String httpMethod, String path, Rpc<?, ?> rpc) {

  /** The calls that the methods of a resource class make, by their annotations. */
  static List<Operation> of(Class<?> resource, String root, List<Rpc<?, ?>> calls) {
    Map<String, Rpc<?, ?>> byPath =
        calls.stream().collect(Collectors.toMap(Rpc::path, Function.identity()));
    return Stream.of(resource.getMethods())
        .filter(method -> method.isAnnotationPresent(Calls.class))
        .map(
            method ->
                new Operation(
                    httpMethod(method),
                    root + method.getAnnotation(Path.class).value(),
                    requireNonNull(
                        byPath.get(method.getAnnotation(Calls.class).value()),
                        () -> method + " makes a call that is not there")))
        .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::httpMethod))
        .toList();
  }

  private static String httpMethod(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(method + " has no HTTP method"))
        .value()
        .toLowerCase(Locale.ROOT);
  }

  /** Whether its message is the body, but for what the path says. */
  boolean hasBody() {
    return httpMethod.equals("post");
  }

  /** The names of the parameters in the path. */
  List<String> pathParameters() {
    return Stream.of(path.split("/"))
        .filter(segment -> segment.startsWith("{"))
        .map(segment -> segment.substring(1, segment.length() - 1))
        .toList();
  }
}
