package dev.poscart.web;

import java.util.List;
import java.util.Map;

/** A JSON value as it was sent; numbers stay text until a field says what they mean. */
sealed interface Json {

  /** An object; names are unique. */
  record Obj(Map<String, Json> fields) implements Json {}

  /** A list. */
  record Arr(List<Json> elements) implements Json {}

  /** A string, escapes resolved. */
  record Text(String value) implements Json {}

  /** A number, as spelt. */
  record Num(String spelling) implements Json {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}
}
