package dev.poscart.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.poscart.domain.model.SignedSnapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parses JSON strictly: UTF-8, exactly one value, unique names, at most 32 levels. Numbers are not
 * evaluated, so that a short one such as {@code 1e999999999} costs nothing. The memory that values
 * take is counted, since a value of two bytes takes fifty times as much.
 */
final class JsonReader {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 100;
  static final int MAX_NAME_LENGTH = 1_000;
  static final String SNAPSHOT = "signedSnapshot";
  private static final String PAYLOAD = "payload";
  private static final String NUMBERS = "finalizeContext";
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names come from clients, so they must not be cached beyond their request.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(MAX_NAME_LENGTH)
                  .build())
          .build();

  /** The memory that a value takes besides its text: an estimate on the high side. */
  private static final int VALUE_BYTES = 100;

  private final Memory memory;

  /** The memory budget. */
  @FunctionalInterface
  interface Memory {
    boolean take(long bytes);
  }

  JsonReader(Memory memory) {
    this.memory = memory;
  }

  /**
   * Parses a body.
   *
   * @return empty if there is no body, or only {@code null}
   * @throws InvalidRequest if the body is not valid JSON
   * @throws TransportRefusal if it exceeds the memory budget
   */
  Optional<Json> read(byte[] body) {
    return body.length == 0
        ? Optional.empty()
        : parsed(body, (parser, text) -> present(value(parser)));
  }

  /**
   * Parses a body that may wrap the payload together with a carried cart, which is checked for its
   * form and kept as it was sent.
   *
   * @throws InvalidRequest if the body is not valid JSON
   * @throws TransportRefusal if it exceeds the memory budget
   */
  ReceivedJson readWrapped(byte[] body) {
    if (body.length == 0) {
      return ReceivedJson.NONE;
    }
    SnapshotScan.Span cart = SnapshotScan.find(body, MAX_DEPTH);
    return cart.isFound() ? around(body, cart) : parsed(body, this::wrapped);
  }

  /** Parses the rest of a body, with {@code null} in place of the cart. */
  private ReceivedJson around(byte[] body, SnapshotScan.Span cart) {
    int length = cart.end() - cart.start();
    if (!memory.take((long) VALUE_BYTES * cart.tokens() + length)) {
      throw TransportRefusal.overloaded();
    }
    byte[] rest = new byte[body.length - length + NULL.length];
    System.arraycopy(body, 0, rest, 0, cart.start());
    System.arraycopy(NULL, 0, rest, cart.start(), NULL.length);
    System.arraycopy(body, cart.end(), rest, cart.start() + NULL.length, body.length - cart.end());
    ReceivedJson parsed;
    try {
      parsed = parsed(rest, this::wrapped);
    } catch (InvalidRequest e) {
      // Once more as it was sent, for where it is wrong.
      return parsed(body, this::wrapped);
    }
    String text = new String(body, cart.start(), length, StandardCharsets.US_ASCII);
    return new ReceivedJson(
        parsed.payload(), Optional.of(new SignedSnapshot(text)), parsed.numbers());
  }

  private interface Form<T> {
    T read(JsonParser parser, String text) throws IOException;
  }

  private static <T> T parsed(byte[] body, Form<T> form) {
    try {
      String text = decode(body);
      try (JsonParser parser = FACTORY.createParser(text)) {
        parser.nextToken();
        T value = form.read(parser, text);
        if (parser.nextToken() != null) {
          throw malformed(parser.currentTokenLocation().getCharOffset());
        }
        return value;
      }
    } catch (JsonProcessingException e) {
      throw malformed(e.getLocation() == null ? 0 : e.getLocation().getCharOffset());
    } catch (IOException e) {
      throw malformed(0);
    }
  }

  private ReceivedJson wrapped(JsonParser parser, String text) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return ReceivedJson.of(present(value(parser)));
    }
    Map<String, Json> fields = new LinkedHashMap<>();
    Optional<SignedSnapshot> snapshot = Optional.empty();
    boolean isWrapped = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(SNAPSHOT)) {
        isWrapped = true;
        snapshot = snapshot(parser, text);
      } else {
        fields.put(name, value(parser));
      }
    }
    return isWrapped
        ? new ReceivedJson(present(fields, PAYLOAD), snapshot, present(fields, NUMBERS))
        : ReceivedJson.of(Optional.of(new Json.Obj(fields)));
  }

  private static Optional<Json> present(Map<String, Json> fields, String name) {
    return Optional.ofNullable(fields.get(name)).flatMap(JsonReader::present);
  }

  /** The text of the current value; empty for {@code null}. */
  private Optional<SignedSnapshot> snapshot(JsonParser parser, String text) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return Optional.empty();
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    int depth = 0;
    do {
      take(parser);
      JsonToken token = parser.currentToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth > 0) {
        parser.nextToken();
      }
    } while (depth > 0);
    parser.finishToken();
    return Optional.of(
        new SignedSnapshot(text.substring(start, (int) parser.currentLocation().getCharOffset())));
  }

  private static Optional<Json> present(Json value) {
    return value instanceof Json.Null ? Optional.empty() : Optional.of(value);
  }

  private static String decode(byte[] body) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private Json value(JsonParser parser) throws IOException {
    take(parser);
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json.Text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> new Json.Null();
      default -> throw malformed(parser.currentTokenLocation().getCharOffset());
    };
  }

  private void take(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw malformed(0);
    }
    if (!memory.take(VALUE_BYTES + (token.isScalarValue() ? parser.getTextLength() : 0))) {
      throw TransportRefusal.overloaded();
    }
  }

  private Json object(JsonParser parser) throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new Json.Obj(fields);
  }

  private Json array(JsonParser parser) throws IOException {
    List<Json> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return new Json.Arr(elements);
  }

  private static InvalidRequest malformed(long offset) {
    return new InvalidRequest(
        List.of(new Problem("body -> " + Math.max(0, offset), "JSON decode error")));
  }
}
