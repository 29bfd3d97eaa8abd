package dev.poscart.web;

import java.util.List;
import java.util.Map;

/** A JSON value as it was sent. Numbers keep their notation until a field interprets them. */
sealed interface Json {

  /** An object; names are unique. */
  record Obj(Map<String, Json> fields) implements Json {}

  /** A list. */
  record Arr(List<Json> elements) implements Json {}

  /** A string, with escapes resolved. */
  record Text(String value) implements Json {}

  /** A number in its original notation. */
  record Num(String spelling) implements Json {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {}

  /** {@code null}. */
  record Null() implements Json {}
}
