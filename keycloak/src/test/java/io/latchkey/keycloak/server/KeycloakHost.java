package io.latchkey.keycloak.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.spi.directory.Organization;
import io.latchkey.tck.DirectoryFixture;
import io.latchkey.tck.http.HostUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A realm of the Keycloak of all tests as a host, with the clock of the machine. */
public final class KeycloakHost implements HostUnderTest {

  private static final List<String> ORGANIZATIONS = List.of("tck-org-a", "tck-org-b");

  private final URI baseUri;
  private final TestUsers users;
  private final String administratorToken;

  private KeycloakHost(KeycloakServer server) {
    AdminApi api = new AdminApi(server.uri());
    this.baseUri = server.uri().resolve("/realms/" + TestRealm.NAME);
    TestRealm.make(api, ORGANIZATIONS);
    this.users = new TestUsers(api);
    String client =
        api.get("/" + TestRealm.NAME + "/clients?clientId=" + TestRealm.CLIENT)
            .get(0)
            .get("id")
            .asText();
    String user =
        api.get("/" + TestRealm.NAME + "/clients/" + client + "/service-account-user")
            .get("id")
            .asText();
    users.makeAdministrator(user);
    this.administratorToken = createToken(api.token(), user);
  }

  /** The host of all tests. */
  private static final class Shared {
    static final KeycloakHost HOST = new KeycloakHost(KeycloakServer.shared());
  }

  /**
   * The host of all tests, made at the first call.
   *
   * @return the host
   */
  public static KeycloakHost shared() {
    return Shared.HOST;
  }

  /** The first token, by the administrator of the realm master. */
  private String createToken(String accessToken, String userId) {
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

  @Override
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public String administratorToken() {
    return administratorToken;
  }

  /** The organizations are there from the start: those of all fixtures are the same. */
  @Override
  public void fill(DirectoryFixture fixture) {
    List<String> organizations =
        fixture.organizations().stream().map(Organization::organizationId).toList();
    if (!organizations.equals(ORGANIZATIONS)) {
      throw new AssertionError("a fixture has other organizations: " + organizations);
    }
    users.fill(fixture);
  }

  /** Waits: this host has the clock of the machine. */
  @Override
  public void passTime(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
    }
  }

  @Override
  public Instant now() {
    return Instant.now();
  }
}
