package io.latchkey.endpoint.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.core.Latchkey;
import io.latchkey.core.provider.Providers;
import io.latchkey.core.token.TokenDigester;
import io.latchkey.core.token.TokenFormat;
import io.latchkey.endpoint.call.ManagementCalls;
import io.latchkey.endpoint.call.Rpc;
import io.latchkey.endpoint.call.UserCalls;
import io.latchkey.endpoint.resource.DescriptionResource;
import io.latchkey.tck.memory.InMemoryPermissionChecker;
import io.latchkey.tck.memory.InMemoryTokenStore;
import io.latchkey.tck.memory.InMemoryUserDirectory;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document, as a reader of OpenAPI that is not ours understands it. */
class OpenApiTest {

  private static final Latchkey LATCHKEY =
      new Latchkey(
          new Providers(
              new InMemoryTokenStore(),
              new InMemoryUserDirectory(),
              new InMemoryPermissionChecker()),
          new TokenFormat("lkpat_"),
          TokenDigester.plain(),
          Clock.systemUTC());

  private final SwaggerParseResult result =
      new OpenAPIV3Parser()
          .readContents(
              new String((byte[]) new DescriptionResource(LATCHKEY).openApi().getEntity(), UTF_8));
  private final OpenAPI document = result.getOpenAPI();

  @Test
  void document_isValidOpenApi31() {
    assertThat(result.getMessages()).isEmpty();
    assertThat(document.getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void document_hasTheCallsOfTheContractWhereRestHasThem() {
    Map<String, Set<PathItem.HttpMethod>> rest = new HashMap<>();
    document
        .getPaths()
        .forEach(
            (path, item) -> {
              if (!path.startsWith("/zitadel.")) {
                rest.put(path, item.readOperationsMap().keySet());
              }
            });

    assertThat(rest)
        .isEqualTo(
            Map.of(
                "/management/v1/users/{userId}/pats", Set.of(PathItem.HttpMethod.POST),
                "/management/v1/users/{userId}/pats/_search", Set.of(PathItem.HttpMethod.POST),
                "/management/v1/users/{userId}/pats/{tokenId}",
                    Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.DELETE),
                "/v2/users/{userId}/pats", Set.of(PathItem.HttpMethod.POST),
                "/v2/users/{userId}/pats/{tokenId}", Set.of(PathItem.HttpMethod.DELETE),
                "/v2/users/pats/search", Set.of(PathItem.HttpMethod.POST)));
  }

  @Test
  void document_hasEveryCallByItsName() {
    List<String> names =
        Stream.concat(
                new ManagementCalls(LATCHKEY).all().stream(),
                new UserCalls(LATCHKEY).all().stream())
            .map(Rpc::path)
            .map("/"::concat)
            .toList();

    assertThat(
            document.getPaths().keySet().stream()
                .filter(path -> path.startsWith("/zitadel."))
                .toList())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void schema_ofARequest_hasTheFieldsInJson() {
    Schema<?> schema =
        document
            .getComponents()
            .getSchemas()
            .get("zitadel.management.v1.AddPersonalAccessTokenRequest");

    assertThat(schema.getProperties().keySet())
        .isEqualTo(Set.of("userId", "expirationDate", "name"));
    assertThat(schema.getProperties().get("expirationDate").getFormat()).isEqualTo("date-time");
  }

  @Test
  void operations_haveNamesOfTheirOwn() {
    List<String> ids =
        document.getPaths().values().stream()
            .flatMap(item -> item.readOperations().stream())
            .map(operation -> operation.getOperationId())
            .collect(Collectors.toList());

    assertThat(ids).doesNotHaveDuplicates().hasSize(14);
  }
}
