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
import java.util.Set;

/**
 * A realm that the contract is tried on, and how it is called.
 *
 * @param organizations the ids of its organizations
 * @param baseUri the address below which the endpoint is
 * @param users its users
 * @param administratorToken the token of who may do everything
 */
record ContractRealm(
    Set<String> organizations, URI baseUri, TestUsers users, String administratorToken) {

  static ContractRealm make(URI server, Set<String> organizations) {
    AdminApi api = new AdminApi(server);
    TestRealm.make(api, List.copyOf(organizations));
    TestUsers users = new TestUsers(api);
    String name = TestRealm.NAME;
    String client =
        api.get("/" + name + "/clients?clientId=" + TestRealm.CLIENT).get(0).get("id").asText();
    String user =
        api.get("/" + name + "/clients/" + client + "/service-account-user").get("id").asText();
    users.makeAdministrator(user);
    URI baseUri = server.resolve("/realms/" + name);
    return new ContractRealm(
        organizations, baseUri, users, createToken(baseUri, api.token(), user));
  }

  void remove(URI server) {
    new AdminApi(server).delete("/" + TestRealm.NAME);
  }

  /** The first token, by the administrator of the realm master. */
  private static String createToken(URI baseUri, String accessToken, String userId) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUri + "/management/v1/users/" + userId + "/pats"))
            .header("Authorization", "Bearer " + accessToken)
            .POST(BodyPublishers.noBody())
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      JsonNode json = new ObjectMapper().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new AssertionError("no first token: " + response.statusCode() + " " + json);
      }
      return json.get("token").asText();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("no first token", e);
    }
  }
}
