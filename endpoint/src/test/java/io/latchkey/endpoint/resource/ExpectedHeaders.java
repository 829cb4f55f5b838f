package io.latchkey.endpoint.resource;

import io.latchkey.spi.permission.Caller;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is to come of the headers of a request: a value, or the text of an error. Read character by
 * character, without regular expressions.
 */
final class ExpectedHeaders {

  private static final Set<String> PROTOCOLS =
      Set.of(
          "application/grpc",
          "application/grpc+proto",
          "application/grpc-web",
          "application/grpc-web+proto",
          "application/grpc-web-text",
          "application/grpc-web-text+proto",
          "application/proto",
          "application/json");

  private final HttpHeaders headers;
  private final String token;

  ExpectedHeaders(HttpHeaders headers, String token) {
    this.headers = headers;
    this.token = token;
  }

  boolean namesAProtocol() {
    List<String> types = headers.getRequestHeader("content-type");
    return types != null && PROTOCOLS.contains(lower(until(types.get(0), ';')));
  }

  /** RFC 6750 §2.1: one header, the scheme, spaces, the token. */
  Optional<?> caller() {
    List<String> values = headers.getRequestHeader("authorization");
    if (values == null || values.stream().allMatch(String::isBlank)) {
      return Optional.of("auth header missing");
    }
    String value = values.get(0).strip();
    int start = "bearer".length();
    while (start < value.length() && value.charAt(start) == ' ') {
      start++;
    }
    boolean bearer =
        values.size() == 1
            && value.regionMatches(true, 0, "bearer ", 0, 7)
            && " \t\u000b\f\r".indexOf(value.charAt(start)) < 0
            && value.indexOf('\r') < 0
            && value.indexOf('\u0085', start + 1) < 0;
    if (!bearer) {
      return Optional.of("invalid auth header (AUTH-toLo1)");
    }
    return value.substring(start).equals(token)
        ? Optional.of(new Caller("ci", "acme"))
        : Optional.of("Errors.Token.Invalid (AUTH-7fs1e)");
  }

  Optional<?> organization() {
    List<String> values = headers.getRequestHeader("x-zitadel-orgid");
    if (values == null) {
      return Optional.of(Optional.empty());
    }
    if (values.size() > 1 || values.get(0).indexOf(',') >= 0) {
      return Optional.of("the header x-zitadel-orgid names more than one organization");
    }
    return Optional.of(Optional.of(values.get(0).strip()).filter(value -> !value.isEmpty()));
  }

  /** One to eight digits, and a unit. */
  Optional<?> grpcTimeout() {
    String timeout = headers.getHeaderString("grpc-timeout");
    if (timeout == null) {
      return Optional.of("in time");
    }
    int digits = timeout.length() - 1;
    if (digits < 1
        || digits > 8
        || !isNumber(timeout.substring(0, digits))
        || "HMSmun".indexOf(timeout.charAt(digits)) < 0) {
      return Optional.of("the header grpc-timeout must be up to 8 digits and a unit");
    }
    boolean minutes = "HM".indexOf(timeout.charAt(digits)) >= 0;
    return end(timeout.substring(0, digits), minutes);
  }

  /** One to ten digits. */
  Optional<?> connectTimeout() {
    String version = headers.getHeaderString("connect-protocol-version");
    if (version != null && !version.equals("1")) {
      return Optional.of("the header Connect-Protocol-Version must be 1");
    }
    String timeout = headers.getHeaderString("connect-timeout-ms");
    if (timeout == null) {
      return Optional.of("in time");
    }
    if (timeout.length() > 10 || !isNumber(timeout)) {
      return Optional.of("the header Connect-Timeout-Ms must be up to 10 digits");
    }
    return end(timeout, Long.parseLong(timeout) >= 60_000);
  }

  /** Nothing is over at once, a minute is long enough, and in between it is not known. */
  private static Optional<?> end(String amount, boolean longEnough) {
    if (Long.parseLong(amount) == 0) {
      return Optional.of("deadline exceeded, nothing was changed");
    }
    return longEnough ? Optional.of("in time") : Optional.empty();
  }

  /** RFC 9110 §12.5.3: gzip is in the list, and not with a weight of zero. */
  boolean takesGzip(String header) {
    List<String> values = headers.getRequestHeader(header);
    return values != null
        && values.stream().flatMap(value -> Arrays.stream(value.split(","))).anyMatch(this::isGzip);
  }

  private boolean isGzip(String choice) {
    if (!lower(until(choice, ';')).equals("gzip")) {
      return false;
    }
    return Arrays.stream(choice.split(";")).map(ExpectedHeaders::lower).noneMatch(this::isZero);
  }

  private boolean isZero(String parameter) {
    return parameter.equals("q=0")
        || (parameter.startsWith("q=0.") && parameter.substring(4).chars().allMatch(c -> c == '0'));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String until(String text, char end) {
    return text.indexOf(end) < 0 ? text : text.substring(0, text.indexOf(end));
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
