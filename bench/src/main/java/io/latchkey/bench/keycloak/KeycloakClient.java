package io.latchkey.bench.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Calls a Keycloak, and takes no answer but the one that was hoped for. */
final class KeycloakClient {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;
  private final String administrator;

  /** Logs the administrator in; his token is good for a minute, and is used at once. */
  KeycloakClient(URI server, String user, String password) {
    this.server = server;
    this.administrator =
        token(
            "master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                user,
                "password",
                password),
            "access_token");
  }

  /**
   * Makes a realm with one client, whose service account may manage users, and which is in the
   * audience of its own access tokens: Keycloak tells others nothing of them.
   */
  void makeRealm(String realm, String client, String secret) {
    String definition =
        """
        {"realm": "%1$s", "enabled": true, "accessTokenLifespan": 36000,
         "clients": [{"clientId": "%2$s", "secret": "%3$s", "publicClient": false,
                      "serviceAccountsEnabled": true,
                      "protocolMappers": [{"name": "audience", "protocol": "openid-connect",
                        "protocolMapper": "oidc-audience-mapper",
                        "config": {"included.client.audience": "%2$s",
                                   "access.token.claim": "true",
                                   "introspection.token.claim": "true"}}]}],
         "users": [{"username": "service-account-%2$s", "enabled": true,
                    "serviceAccountClientId": "%2$s",
                    "clientRoles": {"realm-management": ["manage-users", "view-users"]}}]}
        """
            .formatted(realm, client, secret);
    send("POST", "/admin/realms", administrator, JSON, definition);
  }

  /** The id of a client's service account. */
  String serviceAccount(String realm, String client) {
    String path = "/admin/realms/" + realm + "/users?username=service-account-" + client;
    return value(send("GET", path, administrator, JSON, ""), "id");
  }

  /** Gets something from the token endpoint. */
  String token(String realm, Map<String, String> form, String name) {
    String path = "/realms/" + realm + "/protocol/openid-connect/token";
    return value(send("POST", path, "", FORM, encoded(form)), name);
  }

  /** Asks whether a token is good, which it must be. */
  void introspect(String realm, Map<String, String> form) {
    String path = "/realms/" + realm + "/protocol/openid-connect/token/introspect";
    String answer = send("POST", path, "", FORM, encoded(form));
    if (!answer.contains("\"active\":true")) {
      throw new IllegalStateException(path + " was answered " + answer);
    }
  }

  /** Posts JSON, and takes a value from the answer. */
  String json(String path, String token, String body, String name) {
    return value(send("POST", path, token, JSON, body), name);
  }

  static Map<String, String> with(Map<String, String> form, String name, String value) {
    Map<String, String> more = new HashMap<>(form);
    more.put(name, value);
    return Map.copyOf(more);
  }

  private String send(String method, String path, String token, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            path + " was answered " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new IllegalStateException(path + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String value(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name + " in the answer");
    }
    return matcher.group(1);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
