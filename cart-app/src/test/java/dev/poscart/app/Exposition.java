package dev.poscart.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The metrics that a service exposes, and what expressions of PromQL name that is not among them.
 * It knows as much of PromQL as the alert rules and the dashboard use.
 *
 * @param labels for each metric its labels, each with the values seen
 */
record Exposition(Map<String, Map<String, Set<String>>> labels) {

  private static final Pattern LINE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{([^}]*)})? ");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*\\{([^}]*)}");
  private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_]\\w*\\b(?!\\s*\\()");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "sum");

  /** What Prometheus adds to each series. */
  private static final Set<String> PROMETHEUS_LABELS = Set.of("instance", "job");

  /** Statuses are there once they have been answered. */
  private static final Set<String> OPEN_VALUES = Set.of("status", "instance", "job");

  static Exposition parse(String text) {
    Map<String, Map<String, Set<String>>> metrics = new HashMap<>();
    LINE.matcher(text)
        .results()
        .forEach(
            line -> {
              Map<String, Set<String>> known =
                  metrics.computeIfAbsent(line.group(1), name -> new HashMap<>());
              matchers(line.group(2) == null ? "" : line.group(2))
                  .forEach(
                      label ->
                          known
                              .computeIfAbsent(label.group(1), name -> new TreeSet<>())
                              .add(label.group(3)));
            });
    metrics.put("up", Map.of());
    return new Exposition(metrics);
  }

  /** What the expression names that this does not have; empty if it has everything. */
  List<String> missing(String expression) {
    String flat = RANGE.matcher(expression).replaceAll("");
    Set<String> grouped = new TreeSet<>();
    GROUPING
        .matcher(flat)
        .results()
        .forEach(found -> grouped.addAll(List.of(found.group(1).trim().split("\\s*,\\s*"))));
    String selectors = GROUPING.matcher(flat).replaceAll("");
    Set<String> names = new TreeSet<>();
    NAME.matcher(selectors.replaceAll("\\{[^}]*}", ""))
        .results()
        .map(MatchResult::group)
        .filter(name -> !OPERATORS.contains(name))
        .forEach(names::add);
    return Stream.of(
            names.stream().filter(name -> !labels.containsKey(name)),
            SELECTOR.matcher(selectors).results().flatMap(this::missing),
            grouped.stream().filter(label -> names.stream().noneMatch(name -> has(name, label))),
            Stream.of("unbalanced parentheses").filter(problem -> !isBalanced(expression)))
        .flatMap(each -> each)
        .toList();
  }

  /** Whether some series of the expression carry the label. */
  boolean gives(String expression, String label) {
    return NAME.matcher(expression).results().anyMatch(name -> has(name.group(), label));
  }

  private Stream<String> missing(MatchResult selector) {
    String metric = selector.group(1);
    return matchers(selector.group(2))
        .filter(matcher -> !has(metric, matcher.group(1)) || !matchesAny(metric, matcher))
        .map(matcher -> metric + "{" + matcher.group() + "}");
  }

  private boolean has(String metric, String label) {
    return PROMETHEUS_LABELS.contains(label)
        || labels.getOrDefault(metric, Map.of()).containsKey(label);
  }

  private boolean matchesAny(String metric, MatchResult matcher) {
    if (OPEN_VALUES.contains(matcher.group(1))) {
      return true;
    }
    Predicate<String> matches =
        matcher.group(2).endsWith("~")
            ? Pattern.compile(matcher.group(3)).asMatchPredicate()
            : matcher.group(3)::equals;
    return labels.getOrDefault(metric, Map.of()).getOrDefault(matcher.group(1), Set.of()).stream()
        .anyMatch(matches);
  }

  private static Stream<MatchResult> matchers(String text) {
    return LABEL.matcher(text).results();
  }

  private static boolean isBalanced(String expression) {
    int open = 0;
    for (int i = 0; i < expression.length() && open >= 0; i++) {
      open += expression.charAt(i) == '(' ? 1 : expression.charAt(i) == ')' ? -1 : 0;
    }
    return open == 0;
  }
}
