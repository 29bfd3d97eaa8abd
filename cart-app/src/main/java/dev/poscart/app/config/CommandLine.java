package dev.poscart.app.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The words after the program's name, laid over the environment. */
public final class CommandLine {

  private CommandLine() {}

  /** What was asked for. */
  public sealed interface Request {

    /** Show the help. */
    record Help() implements Request {}

    /** Run the service with these values. */
    record Serve(Map<Variable, String> values) implements Request {}
  }

  /**
   * Reads the words; an option wins over the variable of the same name.
   *
   * @throws ConfigurationException for a word that means nothing
   */
  public static Request parse(List<String> words, Map<String, String> environment) {
    Map<Variable, String> values = fromEnvironment(environment);
    Deque<String> rest = new ArrayDeque<>(words);
    if ("serve".equals(rest.peek())) {
      rest.remove();
    }
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (word.equals("--help") || word.equals("-h") || word.equals("help")) {
        return new Request.Help();
      }
      option(word, rest, values);
    }
    return new Request.Serve(values);
  }

  private static void option(String word, Deque<String> rest, Map<Variable, String> values) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Variable variable =
        Variable.ofOption(name)
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "'" + name + "' means nothing here (expected: serve, an option, --help)"));
    if (equals >= 0) {
      values.put(variable, word.substring(equals + 1));
    } else if (rest.isEmpty()) {
      throw new ConfigurationException(name + " lacks its value");
    } else {
      values.put(variable, rest.remove());
    }
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
