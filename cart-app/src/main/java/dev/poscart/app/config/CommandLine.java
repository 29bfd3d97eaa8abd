package dev.poscart.app.config;

import dev.poscart.domain.usecase.audit.NotedEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words after the program's name, laid over the environment. */
public final class CommandLine {

  private CommandLine() {}

  /** What was asked for. */
  public sealed interface Request {

    /** Show the help. */
    record Help() implements Request {}

    /** Run the service with these values. */
    record Serve(Map<Variable, String> values) implements Request {}

    /**
     * Check the transaction log of a tenant.
     *
     * @param noted ends of tills that must still be there
     */
    record VerifyLog(Map<Variable, String> values, String tenantId, List<NotedEnd> noted)
        implements Request {

      public VerifyLog {
        noted = List.copyOf(noted);
      }
    }
  }

  /**
   * Reads the words; an option wins over the variable of the same name.
   *
   * @throws ConfigurationException for a word that means nothing
   */
  public static Request parse(List<String> words, Map<String, String> environment) {
    Map<Variable, String> values = fromEnvironment(environment);
    Deque<String> rest = new ArrayDeque<>(words);
    if ("verify-log".equals(rest.peek())) {
      rest.remove();
      return verifyLog(rest, values);
    }
    if ("serve".equals(rest.peek())) {
      rest.remove();
    }
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (isHelp(word)) {
        return new Request.Help();
      }
      option(word, rest, values);
    }
    return new Request.Serve(values);
  }

  private static Request verifyLog(Deque<String> rest, Map<Variable, String> values) {
    Optional<String> tenant = Optional.empty();
    List<NotedEnd> noted = new ArrayList<>();
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (isHelp(word)) {
        return new Request.Help();
      }
      switch (name(word)) {
        case "--tenant" -> tenant = Optional.of(value(word, rest));
        case "--expect" -> noted.add(NotedEnds.read(value(word, rest)));
        default -> option(word, rest, values);
      }
    }
    return new Request.VerifyLog(
        values,
        tenant.orElseThrow(
            () -> new ConfigurationException("--tenant lacks (expected: the tenant to check)")),
        noted);
  }

  private static void option(String word, Deque<String> rest, Map<Variable, String> values) {
    Variable variable =
        Variable.ofOption(name(word))
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "'"
                            + name(word)
                            + "' means nothing here (expected: serve, verify-log, an option,"
                            + " --help)"));
    values.put(variable, value(word, rest));
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h") || word.equals("help");
  }

  private static String name(String word) {
    int equals = word.indexOf('=');
    return equals < 0 ? word : word.substring(0, equals);
  }

  private static String value(String word, Deque<String> rest) {
    int equals = word.indexOf('=');
    if (equals >= 0) {
      return word.substring(equals + 1);
    }
    if (rest.isEmpty()) {
      throw new ConfigurationException(word + " lacks its value");
    }
    return rest.remove();
  }

  private static Map<Variable, String> fromEnvironment(Map<String, String> environment) {
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    for (Variable variable : Variable.values()) {
      String value = environment.get(variable.name());
      if (value != null) {
        values.put(variable, value);
      }
    }
    return values;
  }

  /** The help text: each variable with its option, default and meaning. */
  public static String help() {
    StringBuilder text =
        new StringBuilder(
            """
            Poscart, the cart service of a point-of-sale back end

            Usage: poscart [serve] [option value]...
                   poscart verify-log --tenant ID [--expect STORE/TERMINAL=NO:HASH]... [option value]...

            verify-log checks a tenant's transaction log, also while the service runs: numbers,
            receipt numbers, hashes, totals and reversals. It tells each fault on a line and the
            end of each till's log; --expect names an end noted earlier that must still be there.
            Exit code 0: nothing is wrong, 1: faults were found, 2: it could not be checked.

            Each setting is an environment variable or an option; the option wins.

            """);
    for (Variable variable : Variable.values()) {
      String standard =
          variable.standard().isEmpty() ? "" : " (default: " + variable.standard() + ")";
      text.append("  ").append(variable.option()).append(", ").append(variable.name()).append('\n');
      text.append("      ").append(variable.meaning()).append(standard).append('\n');
    }
    return text.toString();
  }
}
