package io.latchkey.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.endpoint.json.Json.JsonArray;
import io.latchkey.endpoint.json.Json.JsonNumber;
import io.latchkey.endpoint.json.Json.JsonObject;
import io.latchkey.endpoint.json.Json.JsonString;
import io.latchkey.endpoint.json.Json.Literal;
import io.latchkey.endpoint.json.Json.Member;
import io.latchkey.endpoint.message.CallException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one JSON text by the letter of RFC 8259: valid UTF-8 without a byte order mark, nothing
 * behind the value, no lone surrogates, at most 100 levels deep. Errors tell the position, never a
 * value.
 */
final class JsonParser {

  private static final int MAX_DEPTH = 100;

  private final String text;
  private int at;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  /** The value of a JSON text; absent if there is nothing but white space. */
  static Optional<Json> parse(byte[] bytes) {
    JsonParser parser = new JsonParser(decode(bytes));
    parser.skipSpace();
    if (parser.at == parser.text.length()) {
      return Optional.empty();
    }
    Json value = parser.value();
    parser.skipSpace();
    if (parser.at < parser.text.length()) {
      throw parser.error("unexpected text after the value");
    }
    return Optional.of(value);
  }

  private static String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw CallException.malformed("syntax error: invalid UTF-8");
    }
  }

  private Json value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new JsonString(string());
      case 't' -> literal("true", Literal.TRUE);
      case 'f' -> literal("false", Literal.FALSE);
      case 'n' -> literal("null", Literal.NULL);
      default -> number();
    };
  }

  private JsonObject object() {
    descend();
    List<Member> members = new ArrayList<>();
    if (!closes('}')) {
      do {
        skipSpace();
        int position = at;
        if (peek() != '"') {
          throw error("expected the name of a field");
        }
        String name = string();
        skipSpace();
        expect(':');
        skipSpace();
        members.add(new Member(name, value(), position));
      } while (continues('}'));
    }
    depth--;
    return new JsonObject(members);
  }

  private JsonArray array() {
    descend();
    List<Json> elements = new ArrayList<>();
    if (!closes(']')) {
      do {
        skipSpace();
        elements.add(value());
      } while (continues(']'));
    }
    depth--;
    return new JsonArray(elements);
  }

  private void descend() {
    if (++depth > MAX_DEPTH) {
      throw error("nested too deeply");
    }
    at++;
  }

  private boolean closes(char end) {
    skipSpace();
    if (peek() == end) {
      at++;
      return true;
    }
    return false;
  }

  private boolean continues(char end) {
    skipSpace();
    if (peek() == ',') {
      at++;
      return true;
    }
    expect(end);
    return false;
  }

  private Literal literal(String word, Literal value) {
    if (!text.startsWith(word, at)) {
      throw error("unexpected character");
    }
    at += word.length();
    return value;
  }

  private JsonNumber number() {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return new JsonNumber(text.substring(start, at));
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw error("unexpected character");
    }
  }

  private String string() {
    at++;
    StringBuilder out = new StringBuilder();
    while (true) {
      char character = peek();
      if (character == '"') {
        at++;
        requirePairs(out);
        return out.toString();
      }
      if (character < ' ') {
        throw error("control character in a string");
      }
      at++;
      out.append(character == '\\' ? escape() : character);
    }
  }

  private char escape() {
    char kind = peek();
    at++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw error("unknown escape in a string");
    };
  }

  private char unicode() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      char character = peek();
      int digit = character < 128 ? Character.digit(character, 16) : -1;
      if (digit < 0) {
        throw error("unknown escape in a string");
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private void requirePairs(StringBuilder string) {
    boolean alone =
        string
            .codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (alone) {
      throw error("lone surrogate in a string");
    }
  }

  private void expect(char character) {
    if (peek() != character) {
      throw error("expected " + character);
    }
    at++;
  }

  private boolean skip(char character) {
    if (at < text.length() && text.charAt(at) == character) {
      at++;
      return true;
    }
    return false;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    if (at == text.length()) {
      throw error("unexpected end");
    }
    return text.charAt(at);
  }

  private CallException error(String problem) {
    return CallException.malformed("syntax error at character " + (at + 1) + ": " + problem);
  }
}
