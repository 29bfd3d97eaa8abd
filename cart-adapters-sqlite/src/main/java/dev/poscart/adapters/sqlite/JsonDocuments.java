package dev.poscart.adapters.sqlite;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.domain.port.ScratchBytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Converts documents to JSON text and back. Decimals keep every digit; no number passes through
 * binary floating point.
 */
final class JsonDocuments {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private static final ObjectWriter WRITER = JSON.writer();
  private static final ObjectReader READER =
      JSON.readerFor(new TypeReference<Map<String, Object>>() {});

  private JsonDocuments() {}

  static String of(Map<String, Object> document) {
    return write(document);
  }

  /** The same text in UTF-8, as SQLite stores it. */
  static byte[] utf8(Map<String, Object> document) {
    try {
      return ScratchBytes.of(bytes -> WRITER.writeValue(bytes, document));
    } catch (IOException e) {
      throw SqliteFailures.permanent("cannot serialize a document", e);
    }
  }

  /** A list that is bound to a single parameter. */
  static String of(List<String> texts) {
    return write(texts);
  }

  private static String write(Object value) {
    try {
      return WRITER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw SqliteFailures.permanent("cannot serialize a document", e);
    }
  }

  static Map<String, Object> read(String body) {
    try {
      return READER.readValue(body);
    } catch (JsonProcessingException e) {
      throw SqliteFailures.permanent("cannot parse a stored document", e);
    }
  }

  static Map<String, Object> read(byte[] body) {
    try {
      return READER.readValue(body);
    } catch (IOException e) {
      throw SqliteFailures.permanent("cannot parse a stored document", e);
    }
  }
}
