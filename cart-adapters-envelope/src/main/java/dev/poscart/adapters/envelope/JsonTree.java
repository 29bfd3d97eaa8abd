package dev.poscart.adapters.envelope;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON into a tree of {@link Map}, {@link List}, {@link String}, {@link Boolean} and null,
 * as Python does: a number without point and exponent is a {@link Long} or {@link
 * java.math.BigInteger}, any other a {@link Double}, and of several members with the same name the
 * last one counts. The signature depends on these distinctions.
 */
final class JsonTree {

  /** Twice as deep as request bodies may be. */
  private static final int MAX_DEPTH = 64;

  private static final int MAX_NUMBER_LENGTH = 400;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          // Names come from clients, so they must not be cached beyond their request.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .build())
          .build();

  private final JsonParser parser;

  private JsonTree(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Parses a text.
   *
   * @throws MalformedEnvelopeException if it is not exactly one JSON value, or is nested too deeply
   */
  static @Nullable Object parse(String text) throws MalformedEnvelopeException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      Object value = new JsonTree(parser).value();
      if (parser.nextToken() != null) {
        throw new MalformedEnvelopeException("envelope: more than one value (expected: one)");
      }
      return value;
    } catch (IOException e) {
      throw new MalformedEnvelopeException("envelope: not JSON (expected: an object)");
    }
  }

  /**
   * Parses the text of an object.
   *
   * @throws MalformedEnvelopeException if it is not exactly one JSON object, or is nested too
   *     deeply
   */
  static Map<?, ?> parseObject(String text) throws MalformedEnvelopeException {
    if (parse(text) instanceof Map<?, ?> members) {
      return members;
    }
    throw new MalformedEnvelopeException("envelope: no object (expected: an object)");
  }

  private @Nullable Object value() throws IOException, MalformedEnvelopeException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new MalformedEnvelopeException("envelope: incomplete (expected: an object)");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new MalformedEnvelopeException("envelope: not JSON (expected: an object)");
    };
  }

  private Number integer() throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getBigIntegerValue()
        : parser.getLongValue();
  }

  private Map<String, @Nullable Object> object() throws IOException, MalformedEnvelopeException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value());
    }
    return members;
  }

  private List<@Nullable Object> array() throws IOException, MalformedEnvelopeException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value());
    }
    return elements;
  }
}
