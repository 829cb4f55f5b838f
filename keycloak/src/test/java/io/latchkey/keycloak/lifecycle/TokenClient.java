package io.latchkey.keycloak.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.keycloak.server.AdminApi;
import io.latchkey.keycloak.server.KeycloakProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls of a realm with a service account, as its administrator and by its tokens. */
final class TokenClient {

  private static final String REALM = "apps";
  private static final String CLIENT = "ci";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final AdminApi api;
  private final URI realm;

  /** Logs in. */
  TokenClient(KeycloakProcess server) {
    api = new AdminApi(server.uri());
    realm = server.uri().resolve("/realms/" + REALM + "/");
  }

  /** Makes the realm, and in it a client with a service account. */
  void createRealm() {
    api.post("", Map.of("realm", REALM, "enabled", true));
    api.post(
        "/" + REALM + "/clients",
        Map.of(
            "clientId",
            CLIENT,
            "secret",
            CLIENT,
            "publicClient",
            false,
            "serviceAccountsEnabled",
            true));
  }

  /** The service account. */
  String userId() {
    String client = api.get("/" + REALM + "/clients?clientId=" + CLIENT).get(0).get("id").asText();
    return api.get("/" + REALM + "/clients/" + client + "/service-account-user").get("id").asText();
  }

  /** The service account logs in as Keycloak has it, and says who it is. */
  String loggedIn() {
    JsonNode answer =
        api.grant(
            REALM,
            Map.of(
                "grant_type", "client_credentials",
                "client_id", CLIENT,
                "client_secret", CLIENT));
    return answer.get("token_type").asText();
  }

  /** Creates a token for the service account, as the administrator of all realms. */
  String createToken(String userId) throws IOException {
    HttpResponse<String> response = post("management/v1/users/" + userId + "/pats", api.token());
    if (response.statusCode() != 200) {
      throw new AssertionError("no token: " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body()).get("token").asText();
  }

  /** The ids of the tokens that the owner of a token sees, by that token. */
  List<String> listed(String token) throws IOException {
    HttpResponse<String> response = post("v2/users/pats/search", token);
    if (response.statusCode() != 200) {
      throw new AssertionError("not listed: " + response.statusCode() + " " + response.body());
    }
    List<String> ids = new ArrayList<>();
    JSON.readTree(response.body()).get("result").forEach(one -> ids.add(one.get("id").asText()));
    return ids;
  }

  /** Whether the owner of a token is known by it. */
  boolean isTaken(String token) throws IOException {
    return post("v2/users/pats/search", token).statusCode() == 200;
  }

  /** How a path below the realm is answered to the administrator. */
  int status(String path) throws IOException {
    return post(path, api.token()).statusCode();
  }

  private HttpResponse<String> post(String path, String bearer) throws IOException {
    try {
      return http.send(
          HttpRequest.newBuilder(realm.resolve(path))
              .header("Authorization", "Bearer " + bearer)
              .POST(BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
