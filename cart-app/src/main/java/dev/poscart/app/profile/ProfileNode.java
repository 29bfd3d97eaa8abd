package dev.poscart.app.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.ConfigurationException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A JSON object of the store profile that knows its path, so that error messages can name it. */
final class ProfileNode {

  private final JsonNode node;
  private final String path;

  private ProfileNode(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** Expects an object with no other keys than these. */
  static ProfileNode object(JsonNode node, String path, String... keys) {
    if (!node.isObject()) {
      throw wrong(path, node, "an object");
    }
    Set<String> known = new TreeSet<>(Arrays.asList(keys));
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw new ConfigurationException(
            path
                + "."
                + name
                + ": unknown key (expected: one of "
                + String.join(", ", known)
                + ")");
      }
    }
    return new ProfileNode(node, path);
  }

  String path() {
    return path;
  }

  /** The objects of a list; empty if the key is missing. */
  List<ProfileNode> list(String key, String... keys) {
    List<ProfileNode> entries = new ArrayList<>();
    List<JsonNode> elements = elements(key);
    for (int i = 0; i < elements.size(); i++) {
      entries.add(object(elements.get(i), path + "." + key + "[" + i + "]", keys));
    }
    return entries;
  }

  List<String> texts(String key) {
    List<String> entries = new ArrayList<>();
    List<JsonNode> elements = elements(key);
    for (int i = 0; i < elements.size(); i++) {
      if (!elements.get(i).isTextual()) {
        throw wrong(path + "." + key + "[" + i + "]", elements.get(i), "a text");
      }
      entries.add(elements.get(i).textValue());
    }
    return entries;
  }

  Optional<ProfileNode> child(String key, String... keys) {
    return value(key).map(child -> object(child, path + "." + key, keys));
  }

  String text(String key) {
    return optionalText(key)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> missing(key, "a text that is not blank"));
  }

  Optional<String> optionalText(String key) {
    return value(key)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw wrong(path + "." + key, value, "a text");
              }
              return value.textValue();
            });
  }

  Optional<Integer> integer(String key, int min, int max) {
    return value(key)
        .map(
            value -> {
              if (!value.canConvertToInt()
                  || !value.isIntegralNumber()
                  || value.intValue() < min
                  || value.intValue() > max) {
                throw wrong(path + "." + key, value, "a whole number from " + min + " to " + max);
              }
              return value.intValue();
            });
  }

  int requiredInteger(String key, int min, int max) {
    return integer(key, min, max)
        .orElseThrow(() -> missing(key, "a whole number from " + min + " to " + max));
  }

  /** A number from 0 to {@code max} with at most two decimal places. */
  Optional<BigDecimal> decimal(String key, long max) {
    return value(key)
        .map(
            value -> {
              if (!value.isNumber() || !isWithin(value.decimalValue(), max)) {
                throw wrong(
                    path + "." + key,
                    value,
                    "a number from 0 to " + max + " with at most 2 decimal places");
              }
              return value.decimalValue();
            });
  }

  BigDecimal requiredDecimal(String key, long max) {
    return decimal(key, max).orElseThrow(() -> missing(key, "a number from 0 to " + max));
  }

  boolean truth(String key, boolean defaultValue) {
    return value(key)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw wrong(path + "." + key, value, "true or false");
              }
              return value.booleanValue();
            })
        .orElse(defaultValue);
  }

  ConfigurationException wrong(String key, String expected) {
    return wrong(path + "." + key, node.path(key), expected);
  }

  private List<JsonNode> elements(String key) {
    Optional<JsonNode> list = value(key);
    if (list.isEmpty()) {
      return List.of();
    }
    if (!list.get().isArray()) {
      throw wrong(path + "." + key, list.get(), "a list");
    }
    List<JsonNode> elements = new ArrayList<>();
    list.get().forEach(elements::add);
    return elements;
  }

  private Optional<JsonNode> value(String key) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private ConfigurationException missing(String key, String expected) {
    return new ConfigurationException(path + "." + key + ": missing (expected: " + expected + ")");
  }

  private static boolean isWithin(BigDecimal value, long max) {
    return value.signum() >= 0
        && value.compareTo(BigDecimal.valueOf(max)) <= 0
        && value.stripTrailingZeros().scale() <= 2;
  }

  private static ConfigurationException wrong(String path, JsonNode value, String expected) {
    String shown = value.toString();
    return ConfigurationException.wrongValue(
        path, shown.length() > 60 ? shown.substring(0, 60) + "..." : shown, expected);
  }
}
