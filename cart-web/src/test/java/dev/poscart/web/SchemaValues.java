package dev.poscart.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Makes values that match a schema of the document. It prefers bounds, and examples from the
 * document for a member of the same name.
 */
final class SchemaValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_LENGTH = 40;
  private static final int MAX_LONG_LIST = 30_000;
  private static final int EDITS = 20;

  /** Characters of one to four bytes in UTF-8, and those with a meaning in JSON, XML or queries. */
  private static final int[] LETTERS =
      "aZ09 -_.:;,!?\"'\\/<>&%+=#\t\né\u3042り傘\uFF21\u200B\uD83C\uDF4E".codePoints().toArray();

  private final Random random;

  SchemaValues(Random random) {
    this.random = random;
  }

  /** The schema that a reference points to. */
  static JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? resolved(ContractDocument.ROOT.at(node.get("$ref").textValue().substring(1)))
        : node;
  }

  /**
   * A valid value.
   *
   * @param name of the member or parameter
   */
  JsonNode value(String name, JsonNode reference) {
    JsonNode schema = resolved(reference);
    if (schema.path("nullable").asBoolean() && random.nextInt(8) == 0) {
      return JSON.nullNode();
    }
    List<JsonNode> examples = ContractDocument.examples(name);
    if (!examples.isEmpty() && !schema.has("enum") && random.nextBoolean()) {
      return any(examples);
    }
    if (schema.has("oneOf")) {
      return value(name, any(list(schema.get("oneOf"))));
    }
    if (schema.has("enum")) {
      return any(list(schema.get("enum")));
    }
    return switch (schema.path("type").asText()) {
      case "string" -> JSON.textNode(text(schema));
      case "integer", "number" -> JSON.numberNode(number(schema));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "array" -> array(schema);
      case "object" -> object(schema);
      default -> throw new IllegalStateException("no type: " + schema);
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    List<String> required = list(schema.path("required")).stream().map(JsonNode::asText).toList();
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      if (required.contains(member.getKey()) || random.nextBoolean()) {
        object.set(member.getKey(), value(member.getKey(), member.getValue()));
      }
    }
    if (!schema.has("additionalProperties") && random.nextInt(8) == 0) {
      object.put("x-" + random.nextInt(), "unknown");
    }
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = JSON.arrayNode();
    int most = schema.path("maxItems").asInt(3);
    if (random.nextInt(20) == 0) {
      JsonNode same = value("", schema.get("items"));
      int size = same.toString().length() * most < MAX_LONG_LIST ? most : 1;
      Stream.generate(() -> same).limit(size).forEach(array::add);
      return array;
    }
    int size = Math.max(schema.path("minItems").asInt(), random.nextInt(1 + Math.min(3, most)));
    for (int i = 0; i < size; i++) {
      array.add(value("", schema.get("items")));
    }
    return array;
  }

  private BigDecimal number(JsonNode schema) {
    BigDecimal step = step(schema);
    BigDecimal least = schema.path("minimum").decimalValue();
    BigDecimal most = schema.path("maximum").decimalValue();
    least = schema.path("exclusiveMinimum").asBoolean() ? least.add(step) : least;
    BigDecimal some = least.add(step.multiply(BigDecimal.valueOf(random.nextInt(1_000))));
    return switch (random.nextInt(4)) {
      case 0 -> least;
      case 1 -> schema.has("maximum") ? most : some;
      default -> schema.has("maximum") ? some.min(most) : some;
    };
  }

  /** The step between valid numbers. */
  static BigDecimal step(JsonNode schema) {
    return schema.has("multipleOf") ? schema.get("multipleOf").decimalValue() : BigDecimal.ONE;
  }

  private String text(JsonNode schema) {
    if (schema.has("pattern")) {
      return matching(schema);
    }
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(MAX_LENGTH);
    int some = least + random.nextInt(1 + Math.min(MAX_LENGTH, most - least));
    int length =
        switch (random.nextInt(8)) {
          case 0 -> least;
          case 1 -> most;
          default -> some;
        };
    return letters(length);
  }

  private String letters(int length) {
    StringBuilder text = new StringBuilder();
    int only = random.nextInt(4) == 0 ? letter() : 0;
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(only == 0 ? letter() : only);
    }
    return text.toString();
  }

  /** The example, edited as far as it still matches. */
  private String matching(JsonNode schema) {
    Pattern pattern = Pattern.compile(schema.get("pattern").textValue());
    String text = schema.path("example").textValue();
    if (text == null || !pattern.matcher(text).matches()) {
      throw new IllegalStateException("a pattern without an example that matches: " + schema);
    }
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    for (int i = random.nextInt(EDITS); i > 0; i--) {
      String next = edited(text);
      boolean fits = pattern.matcher(next).matches() && next.length() <= most && !next.isEmpty();
      text = fits ? next : text;
    }
    return text;
  }

  /** With a letter more, a letter less or another letter. */
  String edited(String text) {
    StringBuilder edited = new StringBuilder(text);
    int at = random.nextInt(text.length() + 1);
    String more = new StringBuilder().appendCodePoint(letter()).toString();
    int replaced = Math.min(text.length(), at + random.nextInt(2));
    return edited.replace(at, replaced, random.nextInt(3) == 0 ? "" : more).toString();
  }

  private int letter() {
    return LETTERS[random.nextInt(LETTERS.length)];
  }

  static List<JsonNode> list(JsonNode array) {
    return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
