package io.latchkey.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;

/** Writes one JSON object, field by field. */
final class JsonWriter {

  private final StringBuilder out;
  private boolean first = true;

  private JsonWriter(StringBuilder out) {
    this.out = out;
  }

  static byte[] object(Consumer<JsonWriter> fields) {
    StringBuilder out = new StringBuilder(256);
    write(out, fields);
    return out.toString().getBytes(UTF_8);
  }

  private static void write(StringBuilder out, Consumer<JsonWriter> fields) {
    out.append('{');
    fields.accept(new JsonWriter(out));
    out.append('}');
  }

  JsonWriter string(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  JsonWriter number(String name, int value) {
    name(name);
    out.append(value);
    return this;
  }

  JsonWriter message(String name, Consumer<JsonWriter> fields) {
    name(name);
    write(out, fields);
    return this;
  }

  /** An array with one message in it. */
  JsonWriter single(String name, Consumer<JsonWriter> fields) {
    name(name);
    out.append('[');
    write(out, fields);
    out.append(']');
    return this;
  }

  private void name(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    quote(name);
    out.append(':');
  }

  private void quote(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '"' || character == '\\') {
        out.append('\\').append(character);
      } else if (character < ' ') {
        out.append(String.format("\\u%04x", (int) character));
      } else {
        out.append(character);
      }
    }
    out.append('"');
  }
}
