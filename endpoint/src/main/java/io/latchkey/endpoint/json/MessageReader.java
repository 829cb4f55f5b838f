package io.latchkey.endpoint.json;

import io.latchkey.endpoint.json.Json.JsonObject;
import io.latchkey.endpoint.json.Json.JsonString;
import io.latchkey.endpoint.json.Json.Literal;
import io.latchkey.endpoint.json.Json.Member;
import io.latchkey.endpoint.message.CallException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the fields of one message by the rules of the proto3 JSON mapping: a field may be written
 * in camelCase or in snake_case, but once only; {@code null} is as good as left out; what is not
 * known is passed over.
 */
final class MessageReader {

  private final List<Member> members;

  private MessageReader(List<Member> members) {
    this.members = members;
  }

  /** The message of a body; an empty body is a message without fields. */
  static MessageReader of(byte[] body) {
    Json value = JsonParser.parse(body).orElse(new JsonObject(List.of()));
    if (value instanceof JsonObject object) {
      return new MessageReader(object.members());
    }
    throw CallException.malformed("syntax error: expected an object");
  }

  /** A string; the empty one is as good as left out. */
  Optional<String> string(String camelCase, String snakeCase) {
    return text(camelCase, snakeCase).filter(text -> !text.isEmpty());
  }

  /** A timestamp in the form of RFC 3339. */
  Optional<Instant> timestamp(String camelCase, String snakeCase) {
    return text(camelCase, snakeCase)
        .map(
            text ->
                Rfc3339.parse(text)
                    .orElseThrow(
                        () ->
                            CallException.malformed(
                                "invalid value for field "
                                    + camelCase
                                    + ": expected an RFC 3339 timestamp")));
  }

  private Optional<String> text(String camelCase, String snakeCase) {
    List<Member> found =
        members.stream()
            .filter(member -> member.name().equals(camelCase) || member.name().equals(snakeCase))
            .toList();
    if (found.size() > 1) {
      throw CallException.malformed(
          "duplicate field " + camelCase + " at character " + (found.get(1).position() + 1));
    }
    if (found.isEmpty() || found.get(0).value() == Literal.NULL) {
      return Optional.empty();
    }
    if (found.get(0).value() instanceof JsonString string) {
      return Optional.of(string.text());
    }
    throw CallException.malformed("invalid value for field " + camelCase + ": expected a string");
  }
}
