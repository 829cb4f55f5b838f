package io.latchkey.keycloak.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/**
 * A realm as most are: without organizations, its machine users the service accounts of clients.
 */
public final class OtherRealm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final AdminApi api = new AdminApi(KeycloakServer.shared().uri());
  private final String name;

  /**
   * Makes a realm.
   *
   * @param name its name and id
   * @param clients the ids of clients with service accounts
   */
  public OtherRealm(String name, String... clients) {
    this.name = name;
    api.post(
        "",
        Map.of(
            "id",
            name,
            "realm",
            name,
            "enabled",
            true,
            "adminEventsEnabled",
            true,
            "adminEventsDetailsEnabled",
            true,
            "clients",
            List.of(clients).stream().map(OtherRealm::client).toList()));
  }

  private static Map<String, Object> client(String id) {
    return Map.of(
        "clientId", id, "secret", id, "publicClient", false, "serviceAccountsEnabled", true);
  }

  /**
   * Keycloak's admin API.
   *
   * @return the API, as the administrator of the realm master
   */
  public AdminApi api() {
    return api;
  }

  /**
   * The path of the realm in the admin API.
   *
   * @return the path below {@code /admin/realms}
   */
  public String path() {
    return "/" + name;
  }

  /**
   * The path of a client in the admin API.
   *
   * @param clientId the id of the client
   * @return the path below {@code /admin/realms}
   */
  public String clientPath(String clientId) {
    return path()
        + "/clients/"
        + api.get(path() + "/clients?clientId=" + clientId).get(0).get("id").asText();
  }

  /**
   * The service account of a client.
   *
   * @param clientId the id of the client
   * @return the id of the user
   */
  public String serviceAccount(String clientId) {
    return api.get(clientPath(clientId) + "/service-account-user").get("id").asText();
  }

  /**
   * Gives a user a role that administers the realm.
   *
   * @param userId the user
   * @param role such as {@code manage-users}
   */
  public void grant(String userId, String role) {
    String client = clientPath("realm-management");
    api.post(
        path()
            + "/users/"
            + userId
            + "/role-mappings/clients/"
            + client.substring(client.lastIndexOf('/') + 1),
        List.of(api.get(client + "/roles/" + role)));
  }

  /**
   * An access token of a client's own.
   *
   * @param clientId the id of the client
   * @return the token
   */
  public String accessToken(String clientId) {
    return api.accessToken(
        name,
        Map.of(
            "grant_type", "client_credentials", "client_id", clientId, "client_secret", clientId));
  }

  /**
   * Calls the endpoint.
   *
   * @param method the HTTP method
   * @param path the path below the realm
   * @param token the bearer token
   * @param body the body
   * @return status and body
   */
  public Answer call(String method, String path, String token, String body) {
    return callAt("/realms/" + name + "/" + path, method, token, body);
  }

  /**
   * Calls the endpoint wherever it is.
   *
   * @param path the path
   * @param method the HTTP method
   * @param token the bearer token
   * @param body the body
   * @return status and body
   */
  public Answer callAt(String path, String method, String token, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(KeycloakServer.shared().uri() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no answer", e);
    }
  }

  /**
   * Creates a token.
   *
   * @param token the bearer token
   * @param userId for whom
   * @return status and body
   */
  public Answer create(String token, String userId) {
    return call("POST", "management/v1/users/" + userId + "/pats", token, "{}");
  }

  /**
   * How many tokens are listed of a user.
   *
   * @param token the bearer token
   * @param userId whose
   * @return the number
   */
  public int count(String token, String userId) {
    return call("POST", "management/v1/users/" + userId + "/pats/_search", token, "{}")
        .body()
        .path("result")
        .size();
  }

  /**
   * An answer of the endpoint.
   *
   * @param status the HTTP status
   * @param body the body
   */
  public record Answer(int status, JsonNode body) {

    /**
     * The token of a create.
     *
     * @return the token
     */
    public String token() {
      if (status != 200) {
        throw new AssertionError("no token: " + this);
      }
      return body.get("token").asText();
    }

    /**
     * The id of an error.
     *
     * @return the id in its detail; empty if there is none
     */
    public String error() {
      return body.path("details").path(0).path("id").asText();
    }
  }
}
