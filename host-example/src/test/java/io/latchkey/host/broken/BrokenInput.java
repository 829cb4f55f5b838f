package io.latchkey.host.broken;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A request for a token that is broken in one way. Immutable. */
public final class BrokenInput {

  /** A machine user that is there, so that a token would be created if the request passed. */
  static final String USER = "ci";

  /** For requests that may pass the decoder: what is refused is the user. */
  static final String NO_USER = "no-one";

  static final String USER_NOT_FOUND = "User could not be found (COMMAND-Dggw2)";

  private final InputMedia media;
  private final String breakage;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Problem problem;
  private final String message;

  BrokenInput(
      InputMedia media,
      String breakage,
      Map<String, String> headers,
      byte[] body,
      Problem problem,
      String message) {
    this.media = media;
    this.breakage = breakage;
    this.headers = Map.copyOf(headers);
    this.body = body;
    this.problem = problem;
    this.message = message;
  }

  /**
   * All of them.
   *
   * @return the requests, by media type
   */
  public static List<BrokenInput> all() {
    List<BrokenInput> all = new ArrayList<>();
    for (InputMedia media : InputMedia.values()) {
      if (media.isJson()) {
        all.addAll(BrokenJson.in(media));
      } else {
        all.addAll(BrokenMessages.in(media));
      }
      if (media.isFramed()) {
        all.addAll(BrokenFrames.in(media));
      }
      all.addAll(BrokenPacking.in(media));
    }
    return all;
  }

  /**
   * A request of the same form that is not broken.
   *
   * @param media the media type
   * @param base where the host is
   * @param token the credential
   * @return a request that creates a token
   */
  public static HttpRequest good(InputMedia media, URI base, String token) {
    byte[] message =
        media.isJson() ? Bytes.text("{\"userId\":\"" + USER + "\"}") : BrokenMessages.OF_USER;
    return request(media, base, token, USER, Map.of(), media.body(message));
  }

  /**
   * The media type.
   *
   * @return the way in which the token is asked for
   */
  public InputMedia media() {
    return media;
  }

  /**
   * What is wrong.
   *
   * @return a few words
   */
  public String breakage() {
    return breakage;
  }

  /**
   * What a host must answer, in one line.
   *
   * @return as {@link InputMedia#outcome}
   */
  public String outcome() {
    return media.outcome(problem, message);
  }

  /**
   * The request.
   *
   * @param base where the host is
   * @param token the credential
   * @return a request to be sent
   */
  public HttpRequest request(URI base, String token) {
    String user = problem == Problem.NO_SUCH_USER ? NO_USER : USER;
    return request(media, base, token, user, headers, body);
  }

  private static HttpRequest request(
      InputMedia media,
      URI base,
      String token,
      String userId,
      Map<String, String> headers,
      byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + media.path(userId)))
            .version(media.version())
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", media.contentType())
            .header("Authorization", "Bearer " + token)
            .header("x-zitadel-orgid", "acme");
    headers.forEach(request::header);
    return request.POST(BodyPublishers.ofByteArray(body)).build();
  }

  @Override
  public String toString() {
    return media + ", " + breakage;
  }
}
