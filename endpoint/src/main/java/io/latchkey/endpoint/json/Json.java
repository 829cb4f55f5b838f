package io.latchkey.endpoint.json;

import java.util.List;

/** A JSON value (RFC 8259), with its members as they stand, doubles included. */
sealed interface Json {

  /** An object. */
  record JsonObject(List<Member> members) implements Json {}

  /** One member of an object, and where its name starts. */
  record Member(String name, Json value, int position) {}

  /** An array. */
  record JsonArray(List<Json> elements) implements Json {}

  /** A string. */
  record JsonString(String text) implements Json {}

  /** A number, as it is written. */
  record JsonNumber(String text) implements Json {}

  /** One of true, false and null. */
  enum Literal implements Json {
    TRUE,
    FALSE,
    NULL
  }
}
