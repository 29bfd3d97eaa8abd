package dev.poscart.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.ScratchBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Writes JSON values in the notation that all responses share. */
final class JsonText {

  private static final JsonFactory FACTORY = new JsonMapper().getFactory();

  private JsonText() {}

  /** Writes a value to a UTF-8 array. */
  static byte[] bytes(JsonValueWriter part) {
    try {
      return ScratchBytes.of(
          bytes -> {
            try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
              part.write(out);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
  }

  /** A value that is written now and can be put into any number of texts. */
  static SerializableString ready(JsonValueWriter part) {
    return new SerializedString(new String(bytes(part), StandardCharsets.UTF_8));
  }

  /** Writes an amount exactly and always with a fraction, such as {@code 806.0} or {@code 99.5}. */
  static void money(JsonGenerator out, String name, Money money) throws IOException {
    out.writeFieldName(name);
    String digits = money.toString();
    out.writeNumber(money.amount().scale() == 0 ? digits + ".0" : digits);
  }

  /** Writes a rate in the same notation as an amount. */
  static void decimal(JsonGenerator out, String name, BigDecimal value) throws IOException {
    money(out, name, new Money(value));
  }

  /** Writes a string or {@code null}. */
  static void text(JsonGenerator out, String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      out.writeStringField(name, text.get());
    } else {
      out.writeNullField(name);
    }
  }

  /** Writes a list with one writer for all elements. */
  static <T> void list(JsonGenerator out, String name, List<T> elements, ElementWriter<T> writer)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (T element : elements) {
      writer.write(out, element);
    }
    out.writeEndArray();
  }

  /** Writes one element of a list. */
  @FunctionalInterface
  interface ElementWriter<T> {
    void write(JsonGenerator out, T element) throws IOException;
  }
}
