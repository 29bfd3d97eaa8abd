package dev.poscart.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what a document shows of an answer with the answer. */
final class ShownAnswer {

  private static final String ANY = "…";

  private static final Pattern BETWEEN_VALUES = Pattern.compile("(?<=\\})\\s*(?=\\{)");

  private ShownAnswer() {}

  /**
   * What of the shown text is not in the printed one; empty if all is as shown. Of JSON the last
   * value counts, and fields that are not shown do not; "…" stands for any value. Of text "…"
   * stands for any lines.
   */
  static List<String> differences(String shown, String printed) {
    List<String> differences = new ArrayList<>();
    if (shown.startsWith("{")) {
      String[] values = BETWEEN_VALUES.split(printed.strip(), -1);
      compare("", TestTill.json(shown), TestTill.json(values[values.length - 1]), differences);
    } else if (!text(shown).matcher(printed.strip()).matches()) {
      differences.add(printed + " (shown: " + shown + ")");
    }
    return differences;
  }

  /** The text as shown, with anything in place of a line that is left out. */
  private static Pattern text(String shown) {
    String lines =
        shown
            .strip()
            .lines()
            .map(line -> line.equals(ANY) ? "(?s:.*?)" : Pattern.quote(line) + " *")
            .collect(Collectors.joining("\n"));
    return Pattern.compile(lines.replace("(?s:.*?)\n", "(?s:.*?\n)??"));
  }

  private static void compare(
      String place, JsonNode shown, JsonNode actual, List<String> differences) {
    if (shown.isTextual() && shown.textValue().equals(ANY)) {
      if (actual.isMissingNode() || actual.isNull()) {
        differences.add(place + " is missing");
      }
    } else if (shown.isObject()) {
      shown
          .properties()
          .forEach(
              field ->
                  compare(
                      place + "/" + field.getKey(),
                      field.getValue(),
                      actual.path(field.getKey()),
                      differences));
    } else if (shown.isArray() && shown.size() == actual.size()) {
      for (int at = 0; at < shown.size(); at++) {
        compare(place + "/" + at, shown.path(at), actual.path(at), differences);
      }
    } else if (!isSame(shown, actual)) {
      differences.add(place + ": " + actual + " (shown: " + shown + ")");
    }
  }

  private static boolean isSame(JsonNode shown, JsonNode actual) {
    return (shown.isNumber() && actual.isNumber())
        ? shown.decimalValue().compareTo(actual.decimalValue()) == 0
        : shown.equals(actual);
  }
}
