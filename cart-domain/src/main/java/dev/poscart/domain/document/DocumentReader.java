package dev.poscart.domain.document;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TransactionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the fields of a document. A missing field or one of the wrong type fails with {@link
 * IllegalStateException} naming the path: the document is damaged or was not written by this
 * package. Unknown fields are ignored.
 */
final class DocumentReader {

  private final Map<?, ?> fields;
  private final String path;

  private DocumentReader(Map<?, ?> fields, String path) {
    this.fields = fields;
    this.path = path;
  }

  /** Reads a whole document in the given form. */
  static <T> T read(Map<String, Object> document, Function<DocumentReader, T> form) {
    return new DocumentReader(document, "").as(form);
  }

  /** Reads the same fields in another form; a value that the model rejects is named as well. */
  <T> T as(Function<DocumentReader, T> form) {
    try {
      return form.apply(this);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException((path.isEmpty() ? "document" : path) + ": refused", e);
    }
  }

  String text(String key) {
    return required(key, String.class);
  }

  Optional<String> optionalText(String key) {
    return isNull(key) ? Optional.empty() : Optional.of(text(key));
  }

  boolean flag(String key) {
    return required(key, Boolean.class);
  }

  /** The value of a field; empty if it is missing. */
  Optional<Boolean> flagIfAny(String key) {
    return fields.containsKey(key) ? Optional.of(flag(key)) : Optional.empty();
  }

  int integer(String key) {
    try {
      return decimal(key).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalStateException(pathOf(key) + ": not an integer of 32 bits", e);
    }
  }

  Optional<Integer> optionalInteger(String key) {
    return isNull(key) ? Optional.empty() : Optional.of(integer(key));
  }

  /** Libraries represent numbers by different types; binary floating point is not accepted. */
  BigDecimal decimal(String key) {
    Number number = required(key, Number.class);
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof Integer || number instanceof Long) {
      return BigDecimal.valueOf(number.longValue());
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    throw wrong(key, number, "an exact number");
  }

  Money money(String key) {
    return new Money(decimal(key));
  }

  Optional<Money> optionalMoney(String key) {
    return isNull(key) ? Optional.empty() : Optional.of(money(key));
  }

  OffsetDateTime time(String key) {
    String text = text(key);
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalStateException(pathOf(key) + ": '" + text + "' (expected: a time)", e);
    }
  }

  Optional<OffsetDateTime> optionalTime(String key) {
    return isNull(key) ? Optional.empty() : Optional.of(time(key));
  }

  <E extends Enum<E>> E choice(String key, Class<E> choices) {
    String word = text(key);
    for (E choice : choices.getEnumConstants()) {
      if (StoredEnumNames.of(choice).equals(word)) {
        return choice;
      }
    }
    throw wrong(
        key,
        word,
        Stream.of(choices.getEnumConstants())
            .map(StoredEnumNames::of)
            .collect(Collectors.joining(", ", "one of ", "")));
  }

  <E extends Enum<E>> Optional<E> choiceIfAny(String key, Class<E> choices) {
    return isNull(key) ? Optional.empty() : Optional.of(choice(key, choices));
  }

  TransactionType transactionType(String key) {
    int code = integer(key);
    return TransactionType.of(code).orElseThrow(() -> wrong(key, code, "a transaction type"));
  }

  /** Refuses documents in a version of the form that this version does not know. */
  void expectSchema(int version) {
    int found = integer("schema");
    if (found != version) {
      throw wrong("schema", found, Integer.toString(version));
    }
  }

  <T> T object(String key, Function<DocumentReader, T> form) {
    return nested(key, required(key, Map.class)).as(form);
  }

  <T> Optional<T> optionalObject(String key, Function<DocumentReader, T> form) {
    return isNull(key) ? Optional.empty() : Optional.of(object(key, form));
  }

  <T> List<T> list(String key, Function<DocumentReader, T> form) {
    List<T> values = new ArrayList<>();
    for (Object element : required(key, List.class)) {
      String name = key + "[" + values.size() + "]";
      if (!(element instanceof Map<?, ?> map)) {
        throw wrong(name, element, "Map");
      }
      values.add(nested(name, map).as(form));
    }
    return values;
  }

  /** Like {@link #list}, but empty if the field is missing. */
  <T> List<T> listIfAny(String key, Function<DocumentReader, T> form) {
    return fields.containsKey(key) ? list(key, form) : List.of();
  }

  List<String> texts(String key) {
    List<String> values = new ArrayList<>();
    for (Object element : required(key, List.class)) {
      if (!(element instanceof String text)) {
        throw wrong(key + "[" + values.size() + "]", element, "String");
      }
      values.add(text);
    }
    return values;
  }

  /** Like {@link #texts}, but empty if the field is missing. */
  List<String> textsIfAny(String key) {
    return fields.containsKey(key) ? texts(key) : List.of();
  }

  IllegalStateException wrong(String key, Object found, String expected) {
    return new IllegalStateException(
        pathOf(key)
            + ": "
            + found.getClass().getSimpleName()
            + " '"
            + found
            + "' (expected: "
            + expected
            + ")");
  }

  private DocumentReader nested(String key, Map<?, ?> map) {
    return new DocumentReader(map, pathOf(key));
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private boolean isNull(String key) {
    return fields.get(key) == null;
  }

  private <T> T required(String key, Class<T> type) {
    Object value = fields.get(key);
    if (value == null) {
      throw new IllegalStateException(
          pathOf(key) + ": missing (expected: " + type.getSimpleName() + ")");
    }
    if (!type.isInstance(value)) {
      throw wrong(key, value, type.getSimpleName());
    }
    return type.cast(value);
  }
}
