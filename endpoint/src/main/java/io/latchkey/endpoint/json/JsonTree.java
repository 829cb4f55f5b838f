package io.latchkey.endpoint.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a tree of maps, lists, texts, numbers and truths as JSON. */
public final class JsonTree {

  private final StringBuilder out = new StringBuilder();

  private JsonTree() {}

  /**
   * Writes a tree. Maps keep their order; those that have none are sorted, so that equal trees give
   * equal texts.
   *
   * @param tree a map with texts as keys, a list, a {@link String}, a {@link Number} or a {@link
   *     Boolean}
   * @return the text
   */
  public static String write(Object tree) {
    JsonTree writer = new JsonTree();
    writer.value(tree);
    return writer.out.toString();
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      map(map);
    } else if (value instanceof List<?> list) {
      list(list);
    } else if (value instanceof String text) {
      JsonWriter.quote(out, text);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    }
  }

  private void map(Map<?, ?> map) {
    boolean ordered = map instanceof LinkedHashMap || map instanceof TreeMap;
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : (ordered ? map : new TreeMap<>(map)).entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      JsonWriter.quote(out, (String) entry.getKey());
      out.append(':');
      value(entry.getValue());
    }
    out.append('}');
  }

  private void list(List<?> list) {
    out.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      value(list.get(i));
    }
    out.append(']');
  }
}
