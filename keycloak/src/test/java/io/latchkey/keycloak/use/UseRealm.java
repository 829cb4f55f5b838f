package io.latchkey.keycloak.use;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.keycloak.server.AdminApi;
import io.latchkey.keycloak.server.KeycloakServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A realm with clients, and owners of tokens as a test needs them. */
final class UseRealm {

  static final String NAME = "use";
  static final String OTHER = "use-other";
  static final String EXCHANGER = "exchanger";
  static final String SECRET = "the-secret";
  static final String PLAIN = "plain";
  static final String TARGET = "target";
  static final String PUBLIC = "public";
  static final String SERVICE = "service";

  private static final AtomicInteger OWNERS = new AtomicInteger();

  private final KeycloakServer server = KeycloakServer.shared();
  private final AdminApi api = new AdminApi(server.uri());
  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<String> tokens = new ConcurrentLinkedQueue<>();

  private UseRealm() {
    make(NAME);
    make(OTHER);
  }

  /** The realm of all tests. */
  private static final class Shared {
    static final UseRealm REALM = new UseRealm();
  }

  static UseRealm shared() {
    return Shared.REALM;
  }

  private void make(String name) {
    api.post(
        "",
        Map.of(
            "realm",
            name,
            "enabled",
            true,
            "eventsEnabled",
            true,
            "enabledEventTypes",
            List.of(
                "TOKEN_EXCHANGE",
                "TOKEN_EXCHANGE_ERROR",
                "INTROSPECT_TOKEN",
                "INTROSPECT_TOKEN_ERROR"),
            "adminEventsEnabled",
            true,
            "bruteForceProtected",
            true,
            "failureFactor",
            1,
            "roles",
            Map.of(
                "realm",
                List.of(Map.of("name", "deployer")),
                "client",
                Map.of(TARGET, List.of(Map.of("name", "reader")))),
            "clients",
            List.of(
                client(EXCHANGER, Map.of("standard.token.exchange.enabled", "true")),
                client(PLAIN, Map.of()),
                client(TARGET, Map.of()),
                Map.of("clientId", PUBLIC, "publicClient", true),
                client(SERVICE, Map.of()))));
    api.allowAnyAttribute(name);
  }

  private static Map<String, Object> client(String id, Map<String, String> attributes) {
    return Map.of(
        "clientId", id,
        "secret", SECRET,
        "publicClient", false,
        "serviceAccountsEnabled", id.equals(SERVICE),
        "attributes", attributes);
  }

  AdminApi api() {
    return api;
  }

  KeycloakServer server() {
    return server;
  }

  /** Neither the log nor an event shows a token that any test has made, if one has. */
  void assertNoTokenIsTold() {
    String told = server.log() + events("");
    assertThat(tokens).noneMatch(told::contains);
  }

  /** A token, for an hour, of a new machine user of the realm. */
  Pat pat() {
    return pat(NAME, Duration.ofHours(1));
  }

  Pat pat(String realm, Duration life) {
    String name = "robot-" + OWNERS.incrementAndGet();
    api.post(
        "/" + realm + "/users",
        Map.of(
            "username",
            name,
            "enabled",
            true,
            "attributes",
            Map.of("userType", List.of("machine"))));
    String id =
        api.get("/" + realm + "/users?exact=true&username=" + name).get(0).get("id").asText();
    return pat(realm, id, name, life);
  }

  /** A token, for an hour, of the service account of a client. */
  Pat serviceAccountPat(String realm, String clientId) {
    JsonNode user =
        api.get("/" + realm + "/clients/" + clientUuid(realm, clientId) + "/service-account-user");
    return pat(realm, user.get("id").asText(), user.get("username").asText(), Duration.ofHours(1));
  }

  private Pat pat(String realm, String userId, String name, Duration life) {
    Instant expires = Instant.now().plus(life).truncatedTo(ChronoUnit.MICROS);
    Answer made =
        send(
            request("/realms/" + realm + "/management/v1/users/" + userId + "/pats", api.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"expirationDate\":\"" + expires + "\"}")));
    if (made.status() != 200) {
      throw new AssertionError("no token: " + made);
    }
    tokens.add(made.string("token"));
    return new Pat(userId, name, made.string("tokenId"), made.string("token"), expires);
  }

  void remove(Pat pat) {
    Answer removed =
        send(
            request(
                    "/realms/"
                        + NAME
                        + "/management/v1/users/"
                        + pat.userId()
                        + "/pats/"
                        + pat.tokenId(),
                    api.token())
                .DELETE());
    if (removed.status() != 200) {
      throw new AssertionError("not removed: " + removed);
    }
  }

  String clientUuid(String realm, String clientId) {
    return api.get("/" + realm + "/clients?clientId=" + clientId).get(0).get("id").asText();
  }

  void grantRealmRole(Pat pat, String role) {
    api.post(realmRoles(pat), List.of(api.get("/" + NAME + "/roles/" + role)));
  }

  void revokeRealmRole(Pat pat, String role) {
    api.delete(realmRoles(pat), List.of(api.get("/" + NAME + "/roles/" + role)));
  }

  private static String realmRoles(Pat pat) {
    return "/" + NAME + "/users/" + pat.userId() + "/role-mappings/realm";
  }

  void grantClientRole(Pat pat, String client, String role) {
    String uuid = clientUuid(NAME, client);
    api.post(
        "/" + NAME + "/users/" + pat.userId() + "/role-mappings/clients/" + uuid,
        List.of(api.get("/" + NAME + "/clients/" + uuid + "/roles/" + role)));
  }

  /** The events of a realm that tell of a token, the latest first. */
  List<JsonNode> events(String query) {
    JsonNode events = api.get("/" + NAME + "/events?max=1000&" + query);
    List<JsonNode> found = new java.util.ArrayList<>();
    events.forEach(found::add);
    return found;
  }

  Answer form(String path, String client, String secret, String... fields) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve(path));
    if (!client.isEmpty()) {
      String basic = client + ":" + secret;
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.US_ASCII)));
    }
    return send(
        request.header("Content-Type", "application/x-www-form-urlencoded").POST(body(fields)));
  }

  private static BodyPublisher body(String... fields) {
    return BodyPublishers.ofString(
        java.util.stream.IntStream.range(0, fields.length / 2)
            .mapToObj(i -> fields[2 * i] + "=" + AdminApi.encoded(fields[2 * i + 1]))
            .collect(Collectors.joining("&")));
  }

  Answer get(String path, String bearer) {
    return send(request(path, bearer).header("Accept", "application/json").GET());
  }

  HttpRequest.Builder request(String path, String bearer) {
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .header("Authorization", "Bearer " + bearer);
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
