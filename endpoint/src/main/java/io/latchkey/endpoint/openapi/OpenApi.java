package io.latchkey.endpoint.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.json.JsonTree;
import io.latchkey.endpoint.message.Status;
import io.latchkey.endpoint.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the document. */
public final class OpenApi {

  /** The encodings of a call by its name, over HTTP and gRPC. */
  private static final List<String> RPC_MEDIA_TYPES =
      List.of(
          "application/json",
          "application/proto",
          "application/grpc",
          "application/grpc-web+proto",
          "application/grpc-web-text");

  private static final List<String> REST_MEDIA_TYPES =
      List.of("application/json", "application/grpc", "application/grpc-web+proto");

  private final Schemas schemas = new Schemas();
  private final Map<String, Object> paths = new TreeMap<>();

  /** Starts a document without a call. */
  public OpenApi() {}

  /**
   * Adds the calls that a resource makes, where REST has them and by their names.
   *
   * @param resource a class whose methods say by {@link io.latchkey.endpoint.call.Calls} which call
   *     they make
   * @param root what stands before the paths of its methods, with slashes around
   * @param calls the calls
   * @return this
   */
  public OpenApi add(Class<?> resource, String root, List<Rpc<?, ?>> calls) {
    for (Operation operation : Operation.of(resource, root, calls)) {
      path(operation.path()).put(operation.httpMethod(), rest(operation));
    }
    for (Rpc<?, ?> rpc : calls) {
      path("/" + rpc.path()).put("post", byName(rpc));
    }
    return this;
  }

  @SuppressWarnings("unchecked") // only this method puts values there
  private Map<String, Object> path(String path) {
    return (Map<String, Object>) paths.computeIfAbsent(path, p -> new LinkedHashMap<>());
  }

  private Map<String, Object> rest(Operation operation) {
    Map<String, Object> described = described(operation.rpc(), "");
    List<Object> parameters = new ArrayList<>();
    for (String name : operation.pathParameters()) {
      parameters.add(
          Map.of(
              "name",
              name,
              "in",
              "path",
              "required",
              true,
              "schema",
              Schemas.scalar(Scalar.STRING)));
    }
    parameters.add(organization());
    described.put("parameters", parameters);
    if (operation.hasBody()) {
      described.put("requestBody", body(operation.rpc(), REST_MEDIA_TYPES, false));
    }
    described.put("responses", responses(operation.rpc(), REST_MEDIA_TYPES));
    return described;
  }

  private Map<String, Object> byName(Rpc<?, ?> rpc) {
    Map<String, Object> described = described(rpc, "ByName");
    described.put("parameters", List.of(organization()));
    described.put("requestBody", body(rpc, RPC_MEDIA_TYPES, true));
    described.put("responses", responses(rpc, RPC_MEDIA_TYPES));
    return described;
  }

  private static Map<String, Object> described(Rpc<?, ?> rpc, String suffix) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("operationId", rpc.path().replace('/', '.') + suffix);
    described.put("summary", rpc.summary());
    described.put("tags", List.of(rpc.service()));
    return described;
  }

  private static Map<String, Object> organization() {
    return Map.of(
        "name", "x-zitadel-orgid",
        "in", "header",
        "description", "the organization to act in; the caller's own without it",
        "schema", Schemas.scalar(Scalar.STRING));
  }

  private Map<String, Object> body(Rpc<?, ?> rpc, List<String> mediaTypes, boolean required) {
    return Map.of(
        "required", required, "content", content(schemas.reference(rpc.request()), mediaTypes));
  }

  private Map<String, Object> responses(Rpc<?, ?> rpc, List<String> mediaTypes) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        "200",
        Map.of(
            "description",
            "it was done",
            "content",
            content(schemas.reference(rpc.response()), mediaTypes)));
    responses.put(
        "default",
        Map.of(
            "description",
            "it was refused, or failed",
            "content",
            content(schemas.reference(Status.JSON_TYPE), List.of("application/json"))));
    return responses;
  }

  /** The schema of JSON; of the other encodings, that they are bytes. */
  private static Map<String, Object> content(Map<String, Object> json, List<String> mediaTypes) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (String type : mediaTypes) {
      content.put(type, type.endsWith("json") ? Map.of("schema", json) : Map.of());
    }
    return content;
  }

  /**
   * The document.
   *
   * @return the bytes of a JSON object
   */
  public byte[] toJson() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put(
        "info",
        Map.of(
            "title", "Personal access tokens",
            "summary", "The calls of ZITADEL's API on personal access tokens, served by Latchkey",
            "version", "1"));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            schemas.all(),
            "securitySchemes",
            Map.of("bearer", Map.of("type", "http", "scheme", "bearer"))));
    document.put("security", List.of(Map.of("bearer", List.of())));
    return JsonTree.write(document).getBytes(UTF_8);
  }
}
