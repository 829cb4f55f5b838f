package io.latchkey.keycloak.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's own admin API, used as the administrator of the realm master. */
public final class AdminApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private String token;

  /**
   * Logs in.
   *
   * @param server where Keycloak is
   */
  public AdminApi(URI server) {
    this.server = server;
    this.token = login();
    // Long enough for all tests: the default is a minute.
    put("/master", Map.of("accessTokenLifespan", 36_000));
    this.token = login();
  }

  private String login() {
    return accessToken(
        "master",
        Map.of(
            "grant_type",
            "password",
            "client_id",
            "admin-cli",
            "username",
            KeycloakServer.ADMINISTRATOR,
            "password",
            KeycloakServer.ADMINISTRATOR));
  }

  /**
   * The access token of the administrator.
   *
   * @return a token of the realm master
   */
  public String token() {
    return token;
  }

  /**
   * Gets an access token.
   *
   * @param realm the realm
   * @param form the fields of the request
   * @return the token
   */
  public String accessToken(String realm, Map<String, String> form) {
    return grant(realm, form).get("access_token").asText();
  }

  /**
   * Asks the token endpoint.
   *
   * @param realm the realm
   * @param form the fields of the request
   * @return the answer, of any status
   */
  public JsonNode grant(String realm, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return read(
        send(
            HttpRequest.newBuilder(
                    server.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))));
  }

  /**
   * Reads something.
   *
   * @param path the path below {@code /admin/realms}
   * @return the answer
   */
  public JsonNode get(String path) {
    return read(done(admin(path).GET()));
  }

  /**
   * Reads the page of information on the server.
   *
   * @return the answer
   */
  public JsonNode getServerInfo() {
    return read(
        done(
            HttpRequest.newBuilder(server.resolve("/admin/serverinfo"))
                .header("Authorization", "Bearer " + token)
                .GET()));
  }

  /**
   * Makes something.
   *
   * @param path the path below {@code /admin/realms}
   * @param body what is turned into JSON
   * @return the answer; null if it is empty
   */
  public JsonNode post(String path, Object body) {
    return read(done(admin(path).POST(json(body))));
  }

  /**
   * Changes something.
   *
   * @param path the path below {@code /admin/realms}
   * @param body what is turned into JSON
   */
  public void put(String path, Object body) {
    done(admin(path).PUT(json(body)));
  }

  /**
   * Lets administrators set any attribute of the users of a realm, as Keycloak does not by itself.
   *
   * @param realm the name of the realm
   */
  public void allowAnyAttribute(String realm) {
    put(
        "/" + realm + "/users/profile",
        Map.of(
            "unmanagedAttributePolicy",
            "ENABLED",
            "attributes",
            List.of(
                Map.of("name", "username"),
                Map.of("name", "email"),
                Map.of("name", "firstName"),
                Map.of("name", "lastName"))));
  }

  /**
   * Removes something.
   *
   * @param path the path below {@code /admin/realms}
   */
  public void delete(String path) {
    done(admin(path).DELETE());
  }

  /**
   * Removes something that is named in the body.
   *
   * @param path the path below {@code /admin/realms}
   * @param body what is turned into JSON
   */
  public void delete(String path, Object body) {
    done(admin(path).method("DELETE", json(body)));
  }

  /**
   * A text as a segment of a path.
   *
   * @param text any text
   * @return the segment
   */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder admin(String path) {
    return HttpRequest.newBuilder(server.resolve("/admin/realms" + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> done(HttpRequest.Builder request) {
    HttpResponse<String> response = send(request);
    if (response.statusCode() / 100 != 2) {
      throw new AssertionError(
          response.request().method()
              + " "
              + response.uri()
              + " was answered "
              + response.statusCode()
              + " "
              + response.body());
    }
    return response;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (IOException e) {
      throw new AssertionError("no JSON", e);
    }
  }

  private static JsonNode read(HttpResponse<String> response) {
    try {
      return response.body().isEmpty() ? null : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + response.body(), e);
    }
  }
}
