package io.latchkey.endpoint.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.latchkey.endpoint.message.CallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Our parser beside Jackson's: it takes a text if and only if Jackson does, and for the same value.
 * It refuses three kinds of texts that Jackson takes, and none besides.
 */
final class JsonSyntax {

  private static final List<String> STRICTER =
      List.of("lone surrogate in a string", "nested too deeply", "invalid UTF-8");

  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
          .build();

  private JsonSyntax() {}

  static void check(byte[] text) {
    try {
      List<String> tokens = new ArrayList<>();
      JsonParser.parse(text).ifPresent(value -> flatten(value, tokens));
      assertThat(jackson(text)).contains(tokens);
    } catch (CallException e) {
      if (STRICTER.stream().noneMatch(e.getMessage()::endsWith)) {
        assertThat(jackson(text)).as(e.getMessage()).isEmpty();
      }
    }
  }

  private static void flatten(Json value, List<String> tokens) {
    if (value instanceof Json.JsonObject object) {
      tokens.add("{");
      for (Json.Member member : object.members()) {
        tokens.add("name " + member.name());
        flatten(member.value(), tokens);
      }
      tokens.add("}");
    } else if (value instanceof Json.JsonArray array) {
      tokens.add("[");
      array.elements().forEach(element -> flatten(element, tokens));
      tokens.add("]");
    } else if (value instanceof Json.JsonString string) {
      tokens.add("string " + string.text());
    } else if (value instanceof Json.JsonNumber number) {
      tokens.add("number " + number.text());
    } else {
      tokens.add(value.toString());
    }
  }

  /** The tokens of one value, or of none; absent if Jackson refuses the text. */
  private static Optional<List<String>> jackson(byte[] bytes) {
    List<String> tokens = new ArrayList<>();
    try (com.fasterxml.jackson.core.JsonParser parser = JACKSON.createParser(utf8(bytes))) {
      int depth = 0;
      JsonToken token;
      while ((token = parser.nextToken()) != null) {
        if (depth == 0 && !tokens.isEmpty()) {
          return Optional.empty();
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        tokens.add(
            switch (token) {
              case FIELD_NAME -> "name " + parser.getText();
              case VALUE_STRING -> "string " + parser.getText();
              case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + parser.getText();
              case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> token.asString().toUpperCase(Locale.ROOT);
              default -> token.asString();
            });
      }
      return Optional.of(tokens);
    } catch (JsonParseException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
