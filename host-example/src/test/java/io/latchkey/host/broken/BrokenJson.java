package io.latchkey.host.broken;

import static io.latchkey.host.broken.Bytes.hex;
import static io.latchkey.host.broken.Bytes.join;
import static io.latchkey.host.broken.Bytes.padded;
import static io.latchkey.host.broken.Bytes.text;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts that are no JSON, or no message in JSON. */
final class BrokenJson {

  private static final int LIMIT = 64 * 1024;

  private final InputMedia media;
  private final List<BrokenInput> inputs = new ArrayList<>();

  private BrokenJson(InputMedia media) {
    this.media = media;
  }

  static List<BrokenInput> in(InputMedia media) {
    BrokenJson json = new BrokenJson(media);
    json.addSyntax();
    json.addEncoding();
    json.addFields();
    json.addDepth();
    json.addSizes();
    return json.inputs;
  }

  private void addSyntax() {
    add("object cut off", "{\"userId\":\"ci\"", "syntax error at character 15: unexpected end");
    add("string cut off", "{\"userId\":\"ci", "syntax error at character 14: unexpected end");
    add(
        "text behind the object",
        "{\"userId\":\"ci\"} x",
        "syntax error at character 17: unexpected text after the value");
    add(
        "two objects",
        "{\"userId\":\"ci\"}{}",
        "syntax error at character 16: unexpected text after the value");
    add("an array", "[{\"userId\":\"ci\"}]", "syntax error: expected an object");
    add("null", "null", "syntax error: expected an object");
    add("no JSON", "userId: ci", "syntax error at character 1: unexpected character");
  }

  private void addEncoding() {
    String invalid = "syntax error: invalid UTF-8";
    add("invalid UTF-8", named("c328"), invalid);
    add("overlong UTF-8", named("c0af"), invalid);
    add("a surrogate in UTF-8", named("eda080"), invalid);
    add(
        "a byte order mark",
        join(hex("efbbbf"), text("{\"userId\":\"ci\"}")),
        "syntax error at character 1: unexpected character");
    add(
        "UTF-16",
        "{\"userId\":\"ci\"}".getBytes(UTF_16LE),
        "syntax error at character 2: expected the name of a field");
    add(
        "half a surrogate pair",
        "{\"userId\":\"\\ud800\"}",
        "syntax error at character 19: lone surrogate in a string");
    add(
        "a control character",
        "{\"userId\":\"ci\n\"}",
        "syntax error at character 14: control character in a string");
  }

  private static byte[] named(String hex) {
    return join(text("{\"userId\":\""), hex(hex), text("\"}"));
  }

  private void addFields() {
    add(
        "a field twice",
        "{\"userId\":\"ci\",\"userId\":\"ci\"}",
        "duplicate field userId at character 16");
    add(
        "a field by both its names",
        "{\"userId\":\"ci\",\"expirationDate\":null,\"expiration_date\":null}",
        "duplicate field expirationDate at character 38");
    add(
        "a number for a string",
        "{\"userId\":1}",
        "invalid value for field userId: expected a string");
    add(
        "a date for a timestamp",
        "{\"userId\":\"ci\",\"expirationDate\":\"2030-01-01\"}",
        "invalid value for field expirationDate: expected an RFC 3339 timestamp");
    add(
        "60,000 digits",
        "{\"userId\":\"ci\",\"expirationDate\":" + "9".repeat(60_000) + "}",
        "invalid value for field expirationDate: expected a string");
  }

  private void addDepth() {
    add(
        "60,000 levels of arrays",
        "{\"x\":" + "[".repeat(60_000),
        "syntax error at character 105: nested too deeply");
    add(
        "10,000 levels of objects",
        "{\"x\":".repeat(10_000),
        "syntax error at character 501: nested too deeply");
    addTooLarge("100,000 levels", text("[".repeat(100_000)));
  }

  private void addSizes() {
    addTooLarge("one byte above the limit", padded("{\"userId\":\"ci\"}", LIMIT + 1));
    addTooLarge("1 MiB", padded("{\"userId\":\"ci\"}", 1 << 20));
    addNoUser("exactly at the limit", padded("{\"userId\":\"no-one\"}", LIMIT));
    if (media == InputMedia.REST_JSON) {
      addNoUser("empty", new byte[0]);
      // The path names the user.
      add(
          "packed, which a path of REST takes from nobody",
          packed(),
          "syntax error: invalid UTF-8");
    } else {
      String noUser =
          "invalid AddPersonalAccessTokenRequest.UserId: value length must be at least 1 runes";
      add("empty", "", noUser);
      add("white space", " \n", noUser);
    }
  }

  private static byte[] packed() {
    return Bytes.gzip(text("{}"));
  }

  private void addTooLarge(String breakage, byte[] body) {
    add(
        breakage,
        body,
        media == InputMedia.REST_JSON ? Problem.INVALID : Problem.TOO_LARGE,
        "the request body is larger than " + LIMIT + " bytes");
  }

  private void addNoUser(String breakage, byte[] body) {
    add(breakage, body, Problem.NO_SUCH_USER, BrokenInput.USER_NOT_FOUND);
  }

  private void add(String breakage, String body, String message) {
    add(breakage, text(body), message);
  }

  private void add(String breakage, byte[] body, String message) {
    add(breakage, body, Problem.INVALID, message);
  }

  private void add(String breakage, byte[] body, Problem problem, String message) {
    inputs.add(new BrokenInput(media, breakage, Map.of(), body, problem, message));
  }
}
