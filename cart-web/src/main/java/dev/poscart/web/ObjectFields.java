package dev.poscart.web;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the fields of an object by their camel-case or snake-case name; camel case takes
 * precedence. Errors are added to the problems and a placeholder is returned, so values must not be
 * used before {@link Problems#throwIfAny}.
 */
final class ObjectFields {

  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "1", true, "false", false, "0", false);

  private final Map<String, Json> fields;
  private final String location;
  private final Problems problems;

  ObjectFields(Json.Obj object, String location, Problems problems) {
    this.fields = object.fields();
    this.location = location;
    this.problems = problems;
  }

  /** The fields of a value that is expected to be an object. */
  static ObjectFields of(Json value, String location, Problems problems) {
    if (value instanceof Json.Obj object) {
      return new ObjectFields(object, location, problems);
    }
    problems.add(location, "Input should be a valid dictionary or object to extract fields from");
    return new ObjectFields(new Json.Obj(Map.of()), location, new Problems());
  }

  /** The elements of a value that is expected to be a list of objects. */
  static <T> List<T> list(
      Json value, String location, Problems problems, Function<ObjectFields, T> element) {
    if (!(value instanceof Json.Arr array)) {
      problems.add(location, "Input should be a valid list");
      return List.of();
    }
    List<T> entries = new ArrayList<>();
    for (Json entry : array.elements()) {
      entries.add(element.apply(of(entry, location + " -> " + entries.size(), problems)));
    }
    return entries;
  }

  <T> List<T> list(String name, Function<ObjectFields, T> element) {
    return required(name).map(value -> list(name, value, element)).orElse(List.of());
  }

  <T> Optional<List<T>> optionalList(String name, Function<ObjectFields, T> element) {
    return present(name).map(value -> list(name, value, element));
  }

  private <T> List<T> list(String name, Json value, Function<ObjectFields, T> element) {
    return list(value, location + " -> " + name, problems, element);
  }

  String text(String name, int maxLength) {
    return required(name).flatMap(value -> text(name, maxLength, value)).orElse("");
  }

  Optional<String> optionalText(String name, int maxLength) {
    return present(name).flatMap(value -> text(name, maxLength, value));
  }

  /** One of several words. */
  <T> T choice(String name, Map<String, T> choices, T standIn) {
    return required(name).flatMap(value -> choice(name, choices, value)).orElse(standIn);
  }

  int integer(String name) {
    return required(name).flatMap(value -> integer(name, value)).orElse(0);
  }

  Optional<Integer> optionalInteger(String name) {
    return present(name).flatMap(value -> integer(name, value));
  }

  Optional<Boolean> optionalFlag(String name) {
    return present(name).flatMap(value -> flag(name, value));
  }

  BigDecimal decimal(String name) {
    return required(name).flatMap(value -> decimal(name, value)).orElse(BigDecimal.ZERO);
  }

  Money money(String name) {
    return new Money(decimal(name));
  }

  Optional<Money> optionalMoney(String name) {
    return present(name).flatMap(value -> decimal(name, value)).map(Money::new);
  }

  private void problem(String name, String text) {
    problems.add(location + " -> " + name, text);
  }

  private Optional<Json> required(String name) {
    Optional<Json> found = find(name);
    if (found.isEmpty()) {
      problem(name, "Field required");
    }
    return found;
  }

  /** The value of an optional field; {@code null} counts as absent. */
  private Optional<Json> present(String name) {
    return find(name).filter(value -> !(value instanceof Json.Null));
  }

  private Optional<Json> find(String name) {
    return Optional.ofNullable(fields.get(name))
        .or(() -> Optional.ofNullable(fields.get(snakeCase(name))));
  }

  private Optional<String> text(String name, int maxLength, Json value) {
    if (!(value instanceof Json.Text text)) {
      problem(name, "Input should be a valid string");
      return Optional.empty();
    }
    if (text.value().codePointCount(0, text.value().length()) > maxLength) {
      problem(name, "String should have at most " + maxLength + " characters");
      return Optional.empty();
    }
    if (!isUnicode(text.value())) {
      problem(name, "Input should be a valid string, found half a surrogate pair");
      return Optional.empty();
    }
    return Optional.of(text.value());
  }

  private <T> Optional<T> choice(String name, Map<String, T> choices, Json value) {
    if (value instanceof Json.Text text && choices.containsKey(text.value())) {
      return Optional.of(choices.get(text.value()));
    }
    String expected =
        choices.keySet().stream().sorted().collect(Collectors.joining("' or '", "'", "'"));
    problem(name, "Input should be " + expected);
    return Optional.empty();
  }

  private Optional<Integer> integer(String name, Json value) {
    Optional<Integer> number = LenientNumbers.integer(value, Integer.MIN_VALUE);
    if (number.isEmpty()) {
      problem(name, "Input should be a valid integer");
    }
    return number;
  }

  private Optional<Boolean> flag(String name, Json value) {
    Optional<Boolean> flag =
        value instanceof Json.Bool bool
            ? Optional.of(bool.value())
            : Optional.ofNullable(FLAGS.get(spelling(value)));
    if (flag.isEmpty()) {
      problem(name, "Input should be a valid boolean");
    }
    return flag;
  }

  private static String spelling(Json value) {
    if (value instanceof Json.Text text) {
      return text.value().toLowerCase(Locale.ROOT);
    }
    return value instanceof Json.Num number ? number.spelling() : "";
  }

  private Optional<BigDecimal> decimal(String name, Json value) {
    Optional<BigDecimal> number = LenientNumbers.decimal(value);
    if (number.isEmpty()) {
      problem(name, "Input should be a valid number");
    }
    return number;
  }

  /** Half a surrogate pair cannot be encoded in UTF-8. */
  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static String snakeCase(String camelCase) {
    StringBuilder snake = new StringBuilder(camelCase.length() + 4);
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c)) {
        snake.append('_');
      }
      snake.append(Character.toLowerCase(c));
    }
    return snake.toString();
  }
}
