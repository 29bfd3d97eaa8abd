package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the members of a cart document. As in kugelpos, a missing member is like null, and numbers
 * may be in quotes or with a fraction of zero. Unknown members are ignored.
 */
final class DocumentFields {

  /** No till has amounts like this; more digits would not survive binary floating point. */
  private static final BigDecimal MAX_AMOUNT = new BigDecimal("9999999999999");

  /** Binary arithmetic leaves traces such as 0.30000000000000004; nothing real is that small. */
  private static final int DECIMALS = 6;

  private static final double MAX_WHOLE = 1e15;

  private final Map<?, ?> members;

  /** Composed only if something is wrong. */
  private final Supplier<String> path;

  DocumentFields(Map<?, ?> members) {
    this(members, () -> "");
  }

  private DocumentFields(Map<?, ?> members, Supplier<String> path) {
    this.members = members;
    this.path = path;
  }

  /** Reads one object in a list. */
  @FunctionalInterface
  interface Form<T> {
    T read(DocumentFields fields) throws MalformedEnvelopeException;
  }

  Optional<String> optionalText(String name) throws MalformedEnvelopeException {
    return optional(name, String.class, "a text");
  }

  String text(String name) throws MalformedEnvelopeException {
    return optionalText(name).orElseThrow(() -> wrong(name, "a text"));
  }

  String textOr(String name, String otherwise) throws MalformedEnvelopeException {
    return optionalText(name).orElse(otherwise);
  }

  Optional<Boolean> optionalFlag(String name) throws MalformedEnvelopeException {
    return optional(name, Boolean.class, "true or false");
  }

  boolean flag(String name) throws MalformedEnvelopeException {
    return optionalFlag(name).orElse(false);
  }

  Optional<Integer> optionalInteger(String name) throws MalformedEnvelopeException {
    Optional<BigDecimal> number = optionalNumber(name);
    try {
      return number.map(BigDecimal::intValueExact);
    } catch (ArithmeticException e) {
      throw wrong(name, "a whole number of 32 bits");
    }
  }

  /** A whole number of 0 or more. */
  int count(String name) throws MalformedEnvelopeException {
    int count = optionalInteger(name).orElse(0);
    if (count < 0) {
      throw wrong(name, "0 or more");
    }
    return count;
  }

  Optional<BigDecimal> optionalDecimal(String name) throws MalformedEnvelopeException {
    Optional<BigDecimal> number = optionalNumber(name);
    if (number.filter(value -> value.abs().compareTo(MAX_AMOUNT) > 0).isPresent()) {
      throw wrong(name, "at most " + MAX_AMOUNT);
    }
    return number.map(DocumentFields::plain);
  }

  BigDecimal decimal(String name) throws MalformedEnvelopeException {
    return optionalDecimal(name).orElse(BigDecimal.ZERO);
  }

  Money money(String name) throws MalformedEnvelopeException {
    return new Money(decimal(name));
  }

  Optional<OffsetDateTime> optionalTime(String name) throws MalformedEnvelopeException {
    Optional<String> text = optionalText(name);
    try {
      return text.map(OffsetDateTime::parse);
    } catch (DateTimeException e) {
      throw wrong(name, "a time with offset");
    }
  }

  DocumentFields object(String name) throws MalformedEnvelopeException {
    if (members.get(name) instanceof Map<?, ?> object) {
      return new DocumentFields(object, () -> pathOf(name));
    }
    throw wrong(name, "an object");
  }

  Optional<DocumentFields> optionalObject(String name) throws MalformedEnvelopeException {
    return members.get(name) == null ? Optional.empty() : Optional.of(object(name));
  }

  /** A list of objects; null and a missing list are empty. */
  <T> List<T> list(String name, Form<T> form) throws MalformedEnvelopeException {
    List<T> values = new ArrayList<>();
    for (Object element : elements(name)) {
      int index = values.size();
      if (!(element instanceof Map<?, ?> object)) {
        throw wrong(at(name, index), "an object");
      }
      values.add(new DocumentFields(object, () -> pathOf(at(name, index))).as(form));
    }
    return values;
  }

  List<String> texts(String name) throws MalformedEnvelopeException {
    List<String> texts = new ArrayList<>();
    for (Object element : elements(name)) {
      if (!(element instanceof String text)) {
        throw wrong(at(name, texts.size()), "a text");
      }
      texts.add(text);
    }
    return texts;
  }

  /** The value that a word stands for. */
  <T> T choice(String name, Map<String, T> choices) throws MalformedEnvelopeException {
    T choice = choices.get(text(name));
    if (choice == null) {
      throw wrong(name, "one of " + choices.keySet().stream().sorted().toList());
    }
    return choice;
  }

  /** Reads these fields in a form; a value that the model rejects makes the document malformed. */
  <T> T as(Form<T> form) throws MalformedEnvelopeException {
    try {
      return form.read(this);
    } catch (IllegalArgumentException e) {
      throw new MalformedEnvelopeException(path.get() + ": " + e.getMessage());
    }
  }

  MalformedEnvelopeException wrong(String name, String expected) {
    return new MalformedEnvelopeException(pathOf(name) + ": (expected: " + expected + ")");
  }

  private Optional<BigDecimal> optionalNumber(String name) throws MalformedEnvelopeException {
    Object value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(number(value));
    } catch (NumberFormatException e) {
      throw wrong(name, "a number");
    }
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal exact =
        value.scale() > DECIMALS ? value.setScale(DECIMALS, RoundingMode.HALF_EVEN) : value;
    return new Money(exact).amount();
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Double number) {
      return Math.rint(number) == number && Math.abs(number) <= MAX_WHOLE
          ? BigDecimal.valueOf(number.longValue())
          : new BigDecimal(FloatText.of(number));
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return new BigDecimal(value.toString());
    }
    if (value instanceof String text && text.length() <= 40) {
      return new BigDecimal(text.strip());
    }
    throw new NumberFormatException("no number");
  }

  private List<?> elements(String name) throws MalformedEnvelopeException {
    return optional(name, List.class, "a list").orElse(List.of());
  }

  private <T> Optional<T> optional(String name, Class<T> type, String expected)
      throws MalformedEnvelopeException {
    Object value = members.get(name);
    if (value != null && !type.isInstance(value)) {
      throw wrong(name, expected);
    }
    return Optional.ofNullable(type.cast(value));
  }

  private String pathOf(String name) {
    String before = path.get();
    return before.isEmpty() ? name : before + "." + name;
  }

  private static String at(String name, int index) {
    return name + "[" + index + "]";
  }
}
