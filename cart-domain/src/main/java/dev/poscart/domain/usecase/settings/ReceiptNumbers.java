package dev.poscart.domain.usecase.settings;

import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Setting;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the range of receipt numbers from settings. A value that is not a number, or a range that
 * ends before it starts, is replaced by the default range.
 */
final class ReceiptNumbers {

  static final String START = "RECEIPT_NO_START_VALUE";
  static final String END = "RECEIPT_NO_END_VALUE";

  private ReceiptNumbers() {}

  static NumberRange range(Optional<String> start, Optional<String> end) {
    int first = number(start).orElse(NumberRange.DEFAULT.start());
    int last = number(end).orElse(NumberRange.DEFAULT.end());
    return first <= last ? new NumberRange(first, last) : NumberRange.DEFAULT;
  }

  /** One message for each value in a tenant's settings that is replaced by its default. */
  static Set<String> complaints(List<Setting> settings) {
    Set<String> complaints = new LinkedHashSet<>();
    scopes(settings)
        .forEach(
            scope -> {
              Optional<String> start = valueAt(settings, START, scope);
              Optional<String> end = valueAt(settings, END, scope);
              start
                  .filter(ReceiptNumbers::isNoNumber)
                  .ifPresent(text -> complaints.add(noNumber(START, text)));
              end.filter(ReceiptNumbers::isNoNumber)
                  .ifPresent(text -> complaints.add(noNumber(END, text)));
              if (isReversed(start, end)) {
                complaints.add(reversed(start, end));
              }
            });
    return complaints;
  }

  private static boolean isReversed(Optional<String> start, Optional<String> end) {
    return number(start).orElse(NumberRange.DEFAULT.start())
        > number(end).orElse(NumberRange.DEFAULT.end());
  }

  private static Optional<Integer> number(Optional<String> value) {
    return value
        .map(String::strip)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::parseInt);
  }

  private static boolean isNoNumber(String text) {
    return number(Optional.of(text)).isEmpty();
  }

  private static String noNumber(String name, String text) {
    int defaultValue = name.equals(START) ? NumberRange.DEFAULT.start() : NumberRange.DEFAULT.end();
    return name + ": '" + text + "' (expected: 0..999999999); using " + defaultValue + " instead";
  }

  private static String reversed(Optional<String> start, Optional<String> end) {
    return START
        + ".."
        + END
        + ": "
        + start.orElse("(none)")
        + ".."
        + end.orElse("(none)")
        + " (expected: start <= end); using "
        + NumberRange.DEFAULT.start()
        + ".."
        + NumberRange.DEFAULT.end()
        + " instead";
  }

  /** All scopes in which one of the two settings has its own value, and the whole tenant. */
  private static Stream<Setting.Scoped> scopes(List<Setting> settings) {
    return Stream.concat(
        Stream.of(new Setting.Scoped(Optional.empty(), Optional.empty(), "")),
        settings.stream()
            .filter(setting -> setting.name().equals(START) || setting.name().equals(END))
            .flatMap(setting -> setting.values().stream()));
  }

  private static Optional<String> valueAt(
      List<Setting> settings, String name, Setting.Scoped scope) {
    return settings.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .flatMap(setting -> setting.valueAt(scope.storeCode(), scope.terminalNo()));
  }
}
