package dev.poscart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns a value that matches a schema of the document into values that do not, each wrong in one
 * place. Numbers as text and booleans as numbers are not among them: the document allows both
 * wherever it asks for a number.
 */
final class SchemaBreaks {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode TEXT = JSON.textNode("neither a number nor a word of a list");

  private static final List<String> NO_WHOLE_NUMBERS =
      List.of("x", "", "1.5", "1e2", "0x1", "--1", "NaN", "one", "[1]", "2,5", "99999999999");
  private static final int EDITS = 50;

  private final SchemaValues values;

  SchemaBreaks(SchemaValues values) {
    this.values = values;
  }

  /**
   * The invalid values of a body. If a schema offers alternatives, some may match another one.
   *
   * @param value a valid one
   */
  List<JsonNode> of(JsonNode reference, JsonNode value) {
    JsonNode schema = SchemaValues.resolved(reference);
    List<JsonNode> broken = new ArrayList<>();
    if (schema.has("oneOf")) {
      schema.get("oneOf").forEach(choice -> broken.addAll(of(choice, value)));
      return broken;
    }
    if (!schema.path("nullable").asBoolean()) {
      broken.add(JSON.nullNode());
    }
    broken.addAll(ofOtherTypes(schema.path("type").asText()));
    broken.addAll(outOfBounds(schema, value));
    if (value instanceof ObjectNode object) {
      broken.addAll(withBrokenMember(schema, object));
    } else if (value instanceof ArrayNode array && schema.has("items")) {
      broken.addAll(withBrokenElement(schema, array));
    }
    return broken;
  }

  /** The invalid values of a parameter, which is text on the wire whatever its type. */
  List<String> ofText(JsonNode reference, JsonNode value) {
    JsonNode schema = SchemaValues.resolved(reference);
    JsonNode single = SchemaValues.resolved(schema.path("items"));
    return switch (schema.path("type").asText()) {
      case "array" -> ofText(single, values.value("", single));
      case "integer" -> Stream.concat(NO_WHOLE_NUMBERS.stream(), bounds(schema, value)).toList();
      case "boolean" -> List.of("maybe", "", "2", "-1", "truefalse");
      default -> bounds(schema, value).toList();
    };
  }

  private Stream<String> bounds(JsonNode schema, JsonNode value) {
    return outOfBounds(schema, value).stream().map(JsonNode::asText);
  }

  private static List<JsonNode> ofOtherTypes(String type) {
    JsonNode list = JSON.arrayNode().add(JSON.objectNode());
    JsonNode object = JSON.objectNode().put("x", 1);
    return switch (type) {
      case "string" -> List.of(JSON.numberNode(7), JSON.booleanNode(true), list, object);
      case "integer" -> List.of(TEXT, JSON.numberNode(new BigDecimal("1.5")), list, object);
      case "number" -> List.of(TEXT, JSON.textNode(""), JSON.textNode("NaN"), list, object);
      case "boolean" -> List.of(TEXT, JSON.numberNode(7), list, object);
      case "array" -> List.of(TEXT, JSON.numberNode(7), JSON.booleanNode(false), object);
      case "object" -> List.of(TEXT, JSON.numberNode(7), JSON.booleanNode(true), list);
      default -> throw new IllegalStateException("type: " + type);
    };
  }

  private List<JsonNode> outOfBounds(JsonNode schema, JsonNode value) {
    List<JsonNode> broken = new ArrayList<>();
    if (schema.has("enum")) {
      broken.add(value.isNumber() ? JSON.numberNode(value.intValue() + 1) : TEXT);
    }
    if (schema.has("minimum")) {
      BigDecimal least = schema.get("minimum").decimalValue();
      boolean excluded = schema.path("exclusiveMinimum").asBoolean();
      broken.add(JSON.numberNode(excluded ? least : least.subtract(SchemaValues.step(schema))));
    }
    if (schema.has("maximum")) {
      BigDecimal most = schema.get("maximum").decimalValue();
      broken.add(JSON.numberNode(most.add(SchemaValues.step(schema))));
    }
    if (schema.has("multipleOf")) {
      broken.add(JSON.numberNode(SchemaValues.step(schema).movePointLeft(1)));
    }
    if (schema.has("maxLength")) {
      broken.add(JSON.textNode("x".repeat(schema.get("maxLength").intValue() + 1)));
    }
    if (schema.has("pattern") && value.isTextual()) {
      unmatched(schema, value.textValue()).map(JSON::textNode).forEach(broken::add);
    }
    return broken;
  }

  private Stream<String> unmatched(JsonNode schema, String text) {
    Pattern pattern = Pattern.compile(schema.get("pattern").textValue());
    return Stream.iterate(text, values::edited)
        .limit(EDITS)
        .filter(edited -> !pattern.matcher(edited).matches());
  }

  private List<JsonNode> withBrokenMember(JsonNode schema, ObjectNode object) {
    List<JsonNode> broken = new ArrayList<>();
    for (JsonNode name : schema.path("required")) {
      ObjectNode without = object.deepCopy();
      without.remove(name.textValue());
      broken.add(without);
    }
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      if (object.has(member.getKey())) {
        for (JsonNode value : of(member.getValue(), object.get(member.getKey()))) {
          ObjectNode with = object.deepCopy();
          with.set(member.getKey(), value);
          broken.add(with);
        }
      }
    }
    return broken;
  }

  private List<JsonNode> withBrokenElement(JsonNode schema, ArrayNode array) {
    List<JsonNode> broken = new ArrayList<>();
    if (array.isEmpty()) {
      return broken;
    }
    if (schema.has("minItems")) {
      broken.add(JSON.arrayNode());
    }
    for (JsonNode value : of(schema.get("items"), array.get(array.size() - 1))) {
      ArrayNode with = array.deepCopy();
      with.set(array.size() - 1, value);
      broken.add(with);
    }
    if (schema.has("maxItems")) {
      ArrayNode longer = JSON.arrayNode();
      for (int i = 0; i <= schema.get("maxItems").intValue(); i++) {
        longer.add(array.get(0));
      }
      broken.add(longer);
    }
    return broken;
  }
}
