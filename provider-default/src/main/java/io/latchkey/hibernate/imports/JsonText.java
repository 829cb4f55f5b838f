package io.latchkey.hibernate.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.latchkey.hibernate.imports.Json.ArrayValue;
import io.latchkey.hibernate.imports.Json.Field;
import io.latchkey.hibernate.imports.Json.ObjectValue;
import io.latchkey.hibernate.imports.Json.OtherValue;
import io.latchkey.hibernate.imports.Json.TextValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses a JSON text strictly, and keeps line and column of each value. */
final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  static Json parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new InvalidFile("is empty");
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw new InvalidFile(at(parser.currentTokenLocation()), "nothing may follow the end");
      }
      return value;
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("cannot be parsed");
      throw new InvalidFile(at(e.getLocation()), "is not JSON: " + problem);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  private static Json value(JsonParser parser) throws IOException {
    Position at = at(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> new ObjectValue(at, fields(parser));
      case START_ARRAY -> new ArrayValue(at, values(parser));
      case VALUE_STRING -> new TextValue(at, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new OtherValue(at, "a number");
      default -> new OtherValue(at, parser.getText());
    };
  }

  private static Map<String, Field> fields(JsonParser parser) throws IOException {
    Map<String, Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Position at = at(parser.currentTokenLocation());
      String name = parser.currentName();
      parser.nextToken();
      if (fields.put(name, new Field(at, value(parser))) != null) {
        throw new InvalidFile(at, "the field \"%s\" stands twice".formatted(name));
      }
    }
    return fields;
  }

  private static List<Json> values(JsonParser parser) throws IOException {
    List<Json> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }

  private static Position at(JsonLocation location) {
    return new Position(location.getLineNr(), location.getColumnNr());
  }
}
