package io.latchkey.host;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/** The web pages that browsers let call this server (CORS), by their origins. */
record Origins(Set<String> allowed) {

  /** As browsers write the header {@code Origin}. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?");

  private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

  private static final Set<String> REQUEST_HEADERS =
      Set.of(
          "Authorization",
          "Content-Type",
          "Content-Encoding",
          "x-zitadel-orgid",
          "x-grpc-web",
          "x-user-agent",
          "grpc-timeout",
          "grpc-encoding",
          "grpc-accept-encoding",
          "Connect-Protocol-Version",
          "Connect-Timeout-Ms");

  private static final Set<String> RESPONSE_HEADERS =
      Set.of(
          "grpc-status",
          "grpc-message",
          "grpc-status-details-bin",
          "grpc-encoding",
          "Content-Encoding",
          "WWW-Authenticate");

  static Origins parse(String text) {
    Set<String> allowed =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!allowed.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
      throw new IllegalArgumentException(
          "must be origins such as https://console.example.com, in lower case, with commas between");
    }
    return new Origins(allowed);
  }

  /** Nothing is told to any browser unless there is an origin. */
  Handler guard(Handler handler) {
    if (allowed.isEmpty()) {
      return handler;
    }
    CrossOriginHandler cors = new CrossOriginHandler();
    cors.setAllowedOriginPatterns(
        allowed.stream().map(Pattern::quote).collect(Collectors.toUnmodifiableSet()));
    // Tokens travel in a header that the page itself sets; cookies mean nothing here.
    cors.setAllowCredentials(false);
    cors.setAllowedMethods(METHODS);
    cors.setAllowedHeaders(REQUEST_HEADERS);
    cors.setExposedHeaders(RESPONSE_HEADERS);
    cors.setHandler(handler);
    return cors;
  }
}
