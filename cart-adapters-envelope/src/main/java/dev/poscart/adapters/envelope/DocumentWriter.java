package dev.poscart.adapters.envelope;

import dev.poscart.domain.document.KugelposTime;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Writes a cart document in its canonical form, straight into bytes. Members have to come in the
 * order of their names. Nothing is left out: what is unset is null.
 */
final class DocumentWriter {

  private static final String NULL = "null";

  private final CanonicalBytes out;

  /** Writes members, without the braces around them. */
  DocumentWriter(CanonicalBytes out) {
    this.out = out;
  }

  /** Writes the members of a value. */
  @FunctionalInterface
  interface Form<T> {
    void write(DocumentWriter document, T value);
  }

  /** Writes the members of a value that is known by its number, from 1 on. */
  @FunctionalInterface
  interface NumberedForm<T> {
    void write(DocumentWriter document, T value, int number);
  }

  /**
   * Writes an object.
   *
   * @throws IllegalArgumentException if a number is too large for binary floating point
   */
  static <T> void write(CanonicalBytes out, T value, Form<T> form) {
    new DocumentWriter(out).object(value, form);
  }

  DocumentWriter put(String name, String text) {
    name(name).text(text);
    return this;
  }

  DocumentWriter put(String name, Optional<String> text) {
    return text.isPresent() ? put(name, text.get()) : putNull(name);
  }

  DocumentWriter put(String name, int number) {
    name(name).integer(number);
    return this;
  }

  DocumentWriter putInteger(String name, Optional<Integer> number) {
    return number.isPresent() ? put(name, number.get()) : putNull(name);
  }

  DocumentWriter put(String name, boolean flag) {
    name(name).append(String.valueOf(flag));
    return this;
  }

  /** Puts null under each name. */
  DocumentWriter putNull(String... names) {
    for (String name : names) {
      name(name).append(NULL);
    }
    return this;
  }

  DocumentWriter put(String name, Money value) {
    return put(name, value.amount());
  }

  /** Puts a number that is written with a fraction. */
  DocumentWriter put(String name, BigDecimal value) {
    name(name).number(value.doubleValue());
    return this;
  }

  DocumentWriter put(String name, OffsetDateTime time) {
    return put(name, KugelposTime.text(time));
  }

  /** Puts members that were written before. */
  DocumentWriter putReady(byte[] members) {
    separate('{');
    out.append(members);
    return this;
  }

  <T> DocumentWriter putObject(String name, T value, Form<T> form) {
    name(name);
    object(value, form);
    return this;
  }

  <T> DocumentWriter putList(String name, List<T> values, Form<T> form) {
    return putNumbered(name, values, (document, value, number) -> form.write(document, value));
  }

  <T> DocumentWriter putNumbered(String name, List<T> values, NumberedForm<T> form) {
    name(name).append('[');
    for (int i = 0; i < values.size(); i++) {
      separate('[');
      out.append('{');
      form.write(this, values.get(i), i + 1);
      out.append('}');
    }
    out.append(']');
    return this;
  }

  DocumentWriter putTexts(String name, List<String> texts) {
    name(name).append('[');
    for (String text : texts) {
      separate('[');
      out.text(text);
    }
    out.append(']');
    return this;
  }

  private <T> void object(T value, Form<T> form) {
    out.append('{');
    form.write(this, value);
    out.append('}');
  }

  private CanonicalBytes name(String name) {
    separate('{');
    return out.append('"').append(name).append('"').append(':');
  }

  /** A text ends with a quotation mark, so nothing else looks like a beginning. */
  private void separate(char beginning) {
    if (!out.isAtStart(beginning)) {
      out.append(',');
    }
  }

  /** A time with {@code Z} for UTC, as the master data has it. */
  static String masterText(OffsetDateTime time) {
    String text = KugelposTime.text(time);
    return time.getOffset().equals(ZoneOffset.UTC)
        ? text.substring(0, text.length() - "+00:00".length()) + "Z"
        : text;
  }
}
