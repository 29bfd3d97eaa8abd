package dev.poscart.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An invalid value in a request.
 *
 * @param location such as {@code body -> 0 -> quantity}
 * @param text what was expected; never repeats the value
 */
record Problem(String location, String text) {

  static final String STEP = " -> ";

  /** The message in kugelpos's notation. */
  static String message(List<Problem> problems) {
    return problems.stream()
        .map(problem -> problem.location + ": " + problem.text)
        .collect(Collectors.joining("; ", "Invalid input data: ", ""));
  }

  /** The list in kugelpos's notation, which is Python's, for {@code data}. */
  static String list(List<Problem> problems) {
    return problems.stream().map(Problem::entry).collect(Collectors.joining(", ", "[", "]"));
  }

  private String entry() {
    String steps =
        Arrays.stream(location.split(STEP, -1))
            .map(step -> step.matches("[0-9]+") ? step : quoted(step))
            .collect(Collectors.joining(", "));
    return "{'loc': ("
        + steps
        + (steps.contains(", ") ? "" : ",")
        + "), 'msg': "
        + quoted(text)
        + "}";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
