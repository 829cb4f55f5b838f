package io.latchkey.hibernate.imports;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface Json {

  /** Where it starts. */
  Position at();

  /** What it is, for a sentence. */
  String kind();

  /**
   * An object.
   *
   * @param at where it starts
   * @param fields its fields in order
   */
  record ObjectValue(Position at, Map<String, Field> fields) implements Json {
    @Override
    public String kind() {
      return "an object";
    }
  }

  /**
   * A field of an object.
   *
   * @param nameAt where its name starts
   * @param value its value
   */
  record Field(Position nameAt, Json value) {}

  /**
   * An array.
   *
   * @param at where it starts
   * @param values its values in order
   */
  record ArrayValue(Position at, List<Json> values) implements Json {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /**
   * A text.
   *
   * @param at where it starts
   * @param text the text
   */
  record TextValue(Position at, String text) implements Json {
    @Override
    public String kind() {
      return "a text";
    }
  }

  /**
   * A number, true, false or null, of which the form has none.
   *
   * @param at where it starts
   * @param kind what it is
   */
  record OtherValue(Position at, String kind) implements Json {}
}
