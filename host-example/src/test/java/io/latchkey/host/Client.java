package io.latchkey.host;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain HTTP client of the endpoint, for tests that are about something else than its contract.
 */
final class Client {

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern TOKEN_ID = Pattern.compile("\"tokenId\":\"([0-9]+)\"");
  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":\"([0-9]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  Client(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  HttpResponse<String> create(String token, String organizationId, String userId) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + "/management/v1/users/" + userId + "/pats"))
            .header("Authorization", "Bearer " + token)
            .header("x-zitadel-orgid", organizationId)
            .POST(BodyPublishers.ofString("{}"))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> remove(String token, String organizationId, String userId, long tokenId)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create(base + "/management/v1/users/" + userId + "/pats/" + tokenId))
            .header("Authorization", "Bearer " + token)
            .header("x-zitadel-orgid", organizationId)
            .DELETE()
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return send("GET", path);
  }

  HttpResponse<String> send(String method, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  static String token(HttpResponse<String> created) {
    return find(TOKEN, created);
  }

  static long tokenId(HttpResponse<String> created) {
    return Long.parseLong(find(TOKEN_ID, created));
  }

  static long sequence(HttpResponse<String> created) {
    return Long.parseLong(find(SEQUENCE, created));
  }

  private static String find(Pattern pattern, HttpResponse<String> response) {
    Matcher matcher = pattern.matcher(response.body());
    if (response.statusCode() != 200 || !matcher.find()) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return matcher.group(1);
  }
}
