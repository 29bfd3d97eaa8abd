package dev.poscart.adapters.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serializes plain documents as JSON. Amounts are written with all their digits and always with a
 * fraction, such as {@code 806.0}, by which peer services recognize them as amounts.
 */
final class EventJson {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int USUAL_LENGTH = 8_192;

  private EventJson() {}

  static byte[] of(Map<String, Object> document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      write(out, document);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        out.writeFieldName(String.valueOf(field.getKey()));
        write(out, field.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(out, element);
      }
      out.writeEndArray();
    } else if (value instanceof BigDecimal decimal) {
      String digits = decimal.toPlainString();
      out.writeNumber(digits.indexOf('.') < 0 ? digits + ".0" : digits);
    } else {
      writeSimple(out, value);
    }
  }

  private static void writeSimple(JsonGenerator out, Object value) throws IOException {
    if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else {
      throw new IllegalArgumentException(
          value.getClass().getSimpleName() + " (expected: string, boolean, number, list or map)");
    }
  }
}
