package io.latchkey.host.broken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a token can be asked for. */
public enum InputMedia {
  /** JSON by the path of a user. */
  REST_JSON("application/json", HttpClient.Version.HTTP_1_1),
  /** JSON by the name of the call, in Connect. */
  CONNECT_JSON("application/json", HttpClient.Version.HTTP_1_1),
  /** Protocol Buffers by the name of the call, in Connect. */
  CONNECT_PROTO("application/proto", HttpClient.Version.HTTP_1_1),
  /** gRPC, over HTTP/2. */
  GRPC("application/grpc", HttpClient.Version.HTTP_2),
  /** gRPC-web. */
  GRPC_WEB("application/grpc-web+proto", HttpClient.Version.HTTP_1_1),
  /** gRPC-web in base64. */
  GRPC_WEB_TEXT("application/grpc-web-text", HttpClient.Version.HTTP_1_1);

  private static final Pattern ERROR =
      Pattern.compile("\\{\"code\":\"?([^\",]+)\"?,\"message\":\"([^\"]*)\".*");

  private final String contentType;
  private final HttpClient.Version version;

  InputMedia(String contentType, HttpClient.Version version) {
    this.contentType = contentType;
    this.version = version;
  }

  /**
   * The content type of its requests.
   *
   * @return a media type
   */
  public String contentType() {
    return contentType;
  }

  /**
   * The version of HTTP that it is sent by.
   *
   * @return HTTP/1.1, but for gRPC
   */
  public HttpClient.Version version() {
    return version;
  }

  /** Where a token for a user is asked for. */
  String path(String userId) {
    return this == REST_JSON
        ? "/management/v1/users/" + userId + "/pats"
        : "/zitadel.management.v1.ManagementService/AddPersonalAccessToken";
  }

  boolean isJson() {
    return this == REST_JSON || this == CONNECT_JSON;
  }

  boolean isConnect() {
    return this == CONNECT_JSON || this == CONNECT_PROTO;
  }

  boolean isFramed() {
    return this == GRPC || this == GRPC_WEB || this == GRPC_WEB_TEXT;
  }

  /** Frames as they go into a body. */
  byte[] framed(byte[] frames) {
    return this == GRPC_WEB_TEXT ? Base64.getEncoder().encode(frames) : frames;
  }

  /** A message as it goes into a body. */
  byte[] body(byte[] message) {
    return isFramed() ? framed(Bytes.frame(0, message)) : message;
  }

  String outcome(Problem problem, String message) {
    if (isFramed()) {
      return problem.inGrpc(message);
    }
    return isConnect() ? problem.inConnect(message) : problem.inRest(message);
  }

  /**
   * What a host has answered, in one line.
   *
   * @param response the answer
   * @return the HTTP status, the code as the protocol writes it, and the message; of a success the
   *     HTTP status alone
   */
  public String outcome(HttpResponse<byte[]> response) {
    if (isFramed()) {
      return response.statusCode()
          + response.headers().firstValue("grpc-status").map(code -> " " + code).orElse("")
          + response.headers().firstValue("grpc-message").map(text -> " " + text).orElse("");
    }
    Matcher error = ERROR.matcher(new String(response.body(), UTF_8));
    return response.statusCode()
        + (error.matches() ? " " + error.group(1) + " " + error.group(2) : "");
  }
}
