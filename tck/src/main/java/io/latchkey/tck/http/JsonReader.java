package io.latchkey.tck.http;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON as RFC 8259 has it: objects as maps, arrays as lists, numbers as {@link BigDecimal}.
 * Refuses names that come twice, and null: an answer of the endpoint leaves out what is not set.
 */
final class JsonReader {

  private static final Pattern BLANKS = Pattern.compile("[ \t\r\n]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  // Unrolled: a choice in a loop would need stack for each character.
  private static final String PLAIN = "[^\"\\\\\\x00-\\x1f]*+";
  private static final Pattern TEXT =
      Pattern.compile("\"" + PLAIN + "(?:\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4})" + PLAIN + ")*+\"");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|(.))");

  private final String json;
  private int position;

  private JsonReader(String json) {
    this.json = json;
  }

  /**
   * Reads a whole text.
   *
   * @param json the text
   * @return a Map, List, String, BigDecimal or Boolean
   * @throws IllegalArgumentException if the text is anything else
   */
  static Object read(String json) {
    JsonReader reader = new JsonReader(json);
    Object value = reader.value();
    reader.take(BLANKS);
    if (reader.position < json.length()) {
      throw reader.wrong("the end");
    }
    return value;
  }

  private Object value() {
    take(BLANKS);
    if (next("{")) {
      return object();
    }
    if (next("[")) {
      return array();
    }
    if (json.startsWith("\"", position)) {
      return text();
    }
    if (next("true")) {
      return true;
    }
    if (next("false")) {
      return false;
    }
    String number = take(NUMBER);
    if (number.isEmpty()) {
      throw wrong("a value that is not null");
    }
    return new BigDecimal(number);
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    take(BLANKS);
    if (next("}")) {
      return members;
    }
    do {
      take(BLANKS);
      String name = text();
      take(BLANKS);
      expect(":");
      if (members.putIfAbsent(name, value()) != null) {
        throw wrong("a name other than \"" + name + "\", which came twice,");
      }
      take(BLANKS);
    } while (next(","));
    expect("}");
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    take(BLANKS);
    if (next("]")) {
      return elements;
    }
    do {
      elements.add(value());
      take(BLANKS);
    } while (next(","));
    expect("]");
    return elements;
  }

  private String text() {
    String quoted = take(TEXT);
    if (quoted.isEmpty()) {
      throw wrong("a text");
    }
    return ESCAPE
        .matcher(quoted.substring(1, quoted.length() - 1))
        .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group())));
  }

  private static String unescaped(String escape) {
    return switch (escape.charAt(1)) {
      case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(2), 16));
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> escape.substring(1);
    };
  }

  /** Takes what matches from here on; empty if nothing does. */
  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(json).region(position, json.length());
    if (!matcher.lookingAt()) {
      return "";
    }
    position = matcher.end();
    return matcher.group();
  }

  private boolean next(String sign) {
    if (!json.startsWith(sign, position)) {
      return false;
    }
    position += sign.length();
    return true;
  }

  private void expect(String sign) {
    if (!next(sign)) {
      throw wrong("\"" + sign + "\"");
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "expected " + expected + " at character " + position + " of " + json);
  }
}
