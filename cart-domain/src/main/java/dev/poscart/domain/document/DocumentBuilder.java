package dev.poscart.domain.document;

import dev.poscart.domain.model.Money;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes the fields of one document, in the order in which they are put. */
final class DocumentBuilder {

  /** Six digits always, so that times of one offset sort as text. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxxxx", Locale.ROOT);

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Puts a text, a number, a boolean, a list or a document. */
  DocumentBuilder put(String key, Object value) {
    fields.put(key, value);
    return this;
  }

  DocumentBuilder put(String key, Money value) {
    return put(key, value.amount());
  }

  /** An amount that most documents have none of, and that is left out of these. */
  DocumentBuilder putUnlessZero(String key, Money value) {
    return value.isZero() ? this : put(key, value);
  }

  DocumentBuilder put(String key, OffsetDateTime value) {
    return put(key, TIME.format(value));
  }

  DocumentBuilder put(String key, Enum<?> value) {
    return put(key, StoredEnumNames.of(value));
  }

  DocumentBuilder put(String key, Optional<?> value) {
    return value.isPresent() ? put(key, value.get()) : putNull(key);
  }

  DocumentBuilder putMoney(String key, Optional<Money> value) {
    return put(key, value.map(Money::amount));
  }

  DocumentBuilder putTime(String key, Optional<OffsetDateTime> value) {
    return put(key, value.map(TIME::format));
  }

  /** The field is there and empty; nothing that is declared is left out. */
  DocumentBuilder putNull(String key) {
    fields.put(key, null);
    return this;
  }

  /** Puts a field that only few documents have, and older ones never. */
  DocumentBuilder putPresent(String key, Optional<?> value) {
    value.ifPresent(present -> put(key, present));
    return this;
  }

  <T> DocumentBuilder putList(String key, List<T> values, Function<T, ?> form) {
    List<Object> list = new ArrayList<>(values.size());
    values.forEach(value -> list.add(form.apply(value)));
    return put(key, list);
  }

  DocumentBuilder putAll(Map<String, Object> others) {
    fields.putAll(others);
    return this;
  }

  Map<String, Object> make() {
    return fields;
  }
}
