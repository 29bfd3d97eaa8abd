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

/** Builds a document; its fields keep their order. */
final class DocumentBuilder {

  /** Always six decimal places, so that times with the same offset sort as text. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxxxx", Locale.ROOT);

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** Puts a string, number, boolean, list or document. */
  DocumentBuilder put(String key, Object value) {
    fields.put(key, value);
    return this;
  }

  DocumentBuilder put(String key, Money value) {
    return put(key, value.amount());
  }

  /** Puts an amount; omits it if it is zero, as in most documents. */
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

  /** Puts null: declared fields are never omitted. */
  DocumentBuilder putNull(String key) {
    fields.put(key, null);
    return this;
  }

  /** Puts a value if there is one; for fields that few documents have and older ones never. */
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
