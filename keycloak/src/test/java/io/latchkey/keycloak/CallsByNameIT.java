package io.latchkey.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.keycloak.server.KeycloakHost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** Calls by their names reach the endpoint below a realm. */
class CallsByNameIT {

  private static final String ADD =
      "zitadel.management.v1.ManagementService/AddPersonalAccessToken";

  private final KeycloakHost host = KeycloakHost.shared();

  @Test
  void json_isAnsweredAsTheCallIs() throws Exception {
    HttpResponse<String> response = post(ADD, "application/json", "{\"userId\":\"nobody-there\"}");

    assertThat(response.body()).contains("User could not be found");
    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void userService_listsTheTokensOfTheCaller() throws Exception {
    HttpResponse<String> response =
        post("zitadel.user.v2.UserService/ListPersonalAccessTokens", "application/json", "{}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("\"pagination\":{\"totalResult\":\"");
  }

  @Test
  void grpcWeb_isAnsweredWithTrailersInTheBody() throws Exception {
    HttpResponse<String> response =
        post(
            "zitadel.user.v2.UserService/ListPersonalAccessTokens",
            "application/grpc-web+proto",
            "\0\0\0\0\0");

    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/grpc-web+proto");
    assertThat(response.body()).contains("grpc-status:0\r\n");
  }

  @Test
  void nativeGrpc_isRefusedInWords() throws Exception {
    HttpResponse<String> response = post(ADD, "application/grpc", "\0\0\0\0\0");

    assertThat(response.headers().firstValue("grpc-status")).contains("12");
    assertThat(response.headers().firstValue("grpc-message").orElseThrow())
        .contains("use HTTP/2 or gRPC-web");
  }

  @Test
  void nameOfNoCall_isNotImplemented() throws Exception {
    assertThat(post(ADD + "s", "application/json", "{}").statusCode()).isEqualTo(501);
  }

  private HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.baseUri() + "/" + path))
            .header("Authorization", "Bearer " + host.administratorToken())
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
