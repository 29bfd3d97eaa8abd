package dev.poscart.app.profile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.poscart.app.profile.ReferenceEntries.RoundDigit;
import dev.poscart.domain.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of values in a store profile: how each is written, and its bounds. Nothing is coerced:
 * {@code "1"} is not a number.
 */
final class ProfileValues {

  private final SimpleModule module = new SimpleModule();
  private final Map<Class<?>, String> expected = new HashMap<>(Map.of(ArrayList.class, "a list"));

  ProfileValues() {
    add(String.class, "a text", JsonNode::isTextual, JsonNode::textValue);
    add(Boolean.class, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    addNumber(Integer.class, 0, 999_999_999, 0, BigDecimal::intValue);
    addNumber(RoundDigit.class, -1, 2, 0, number -> new RoundDigit(number.intValue()));
    // Prices have a type of their own, so a plain decimal is a percentage.
    addNumber(BigDecimal.class, 0, 100, 2, percent -> percent);
    addNumber(Money.class, 0, 999_999_999, 2, Money::new);
    addTime(
        LocalDate.class,
        "a date, YYYYMMDD",
        text -> LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    addTime(
        OffsetDateTime.class, "a time such as 2026-11-23T00:00:00+09:00", OffsetDateTime::parse);
  }

  SimpleModule module() {
    return module;
  }

  /** What an operator is told to write where there is something else. */
  String expected(Class<?> type) {
    return type.isEnum()
        ? Stream.of(type.getEnumConstants())
            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or "))
        : expected.getOrDefault(type, "an object");
  }

  private <T> void add(
      Class<T> type, String expectation, Predicate<JsonNode> form, Function<JsonNode, T> reading) {
    expected.put(type, expectation);
    module.addDeserializer(
        type,
        new JsonDeserializer<T>() {
          @Override
          public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(json);
            if (!form.test(node)) {
              throw MismatchedInputException.from(json, type, expectation);
            }
            return reading.apply(node);
          }
        });
  }

  private <T> void addNumber(
      Class<T> type, int min, int max, int decimals, Function<BigDecimal, T> reading) {
    add(
        type,
        (decimals == 0 ? "a whole number" : "a number with at most " + decimals + " decimal places")
            + (" from " + min + " to " + max),
        node ->
            node.isNumber()
                && node.decimalValue().compareTo(BigDecimal.valueOf(min)) >= 0
                && node.decimalValue().compareTo(BigDecimal.valueOf(max)) <= 0
                && node.decimalValue().stripTrailingZeros().scale() <= decimals,
        node -> reading.apply(node.decimalValue()));
  }

  private <T> void addTime(Class<T> type, String expectation, Function<String, T> parser) {
    add(
        type,
        expectation,
        node -> node.isTextual() && isParsedBy(parser, node.textValue()),
        node -> parser.apply(node.textValue()));
  }

  private static boolean isParsedBy(Function<String, ?> parser, String text) {
    try {
      return parser.apply(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
