package io.latchkey.tck.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One call to be made. Each method gives back the same call, changed. Not thread-safe. */
final class Call {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private record Header(String name, String value) {}

  private final URI base;
  private final List<Header> headers = new ArrayList<>();
  private String method = "POST";
  private String path;
  private byte[] body = new byte[0];

  /** A call that creates a token with an empty JSON body, without a credential. */
  Call(URI base, String userId) {
    this.base = base;
    this.path = "/management/v1/users/" + encoded(userId) + "/pats";
    header("Content-Type", "application/json");
  }

  /** Another call, by its method and path, without a body and a credential. */
  static Call to(URI base, String method, String... segments) {
    Call call = new Call(base, "");
    call.method = method;
    call.path =
        Stream.of(segments).map(Call::encoded).map("/"::concat).collect(Collectors.joining());
    return call;
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }

  Call method(String name) {
    method = name;
    return this;
  }

  Call pathEnd(String end) {
    path += end;
    return this;
  }

  /** Sets a header, in place of those of that name. */
  Call header(String name, String value) {
    without(name);
    return another(name, value);
  }

  /** Adds a header, beside those of that name. */
  Call another(String name, String value) {
    headers.add(new Header(name, value));
    return this;
  }

  Call without(String name) {
    headers.removeIf(header -> lower(header.name()).equals(lower(name)));
    return this;
  }

  Call bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  Call organization(String organizationId) {
    return header("x-zitadel-orgid", organizationId);
  }

  Call body(String text) {
    return body(text.getBytes(UTF_8));
  }

  Call body(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  Call expiring(Object instant) {
    return body("{\"expirationDate\":\"" + instant + "\"}");
  }

  Answer send() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    request.method(
        method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(header -> request.header(header.name(), header.value()));
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8));
      return new Answer(toString(), response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new AssertionError("no answer to " + this, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted during " + this, e);
    }
  }

  /** Sends the headers byte for byte, where {@link #send} would strip the blanks around values. */
  Answer sendUntouched() {
    List<String> lines = headers.stream().map(h -> h.name() + ": " + h.value()).toList();
    try {
      return RawExchange.send(toString(), URI.create(base + path), method, lines, body);
    } catch (IOException e) {
      throw new AssertionError("no answer to " + this, e);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Without the values of headers, of which one is a token. */
  @Override
  public String toString() {
    String text = new String(body, UTF_8);
    return method
        + " "
        + path
        + " with "
        + headers.stream().map(Header::name).toList()
        + " and the body "
        + (text.length() > 200 ? text.substring(0, 200) + "…" : text);
  }
}
