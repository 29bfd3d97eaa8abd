package dev.poscart.app.config;

import dev.poscart.domain.usecase.audit.NotedEnd;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses the command line and the environment into a {@link Request}. */
public final class CommandLine {

  private static final String SERVE = "serve";
  private static final String VERIFY_LOG = "verify-log";
  private static final String BACKUP = "backup";
  private static final String TENANT = "--tenant";
  private static final String EXPECT = "--expect";
  private static final String TO = "--to";

  /** The commands, each with the options that no other command has. */
  private static final Map<String, Set<String>> OWN_OPTIONS =
      Map.of(SERVE, Set.of(), VERIFY_LOG, Set.of(TENANT, EXPECT), BACKUP, Set.of(TO));

  private CommandLine() {}

  /** What the command line asks for. */
  public sealed interface Request {

    /** Print the help text. */
    record Help() implements Request {}

    /** Run the service with these settings. */
    record Serve(Map<Variable, String> values) implements Request {}

    /**
     * Check the transaction log of a tenant.
     *
     * @param noted log ends that the log must still contain
     */
    record VerifyLog(Map<Variable, String> values, String tenantId, List<NotedEnd> noted)
        implements Request {

      public VerifyLog {
        noted = List.copyOf(noted);
      }
    }

    /**
     * Back up the embedded database.
     *
     * @param target the file to write; must not exist
     */
    record Backup(Map<Variable, String> values, Path target) implements Request {}
  }

  /**
   * Parses the command line. An option takes precedence over the environment variable of the same
   * name.
   *
   * @throws ConfigurationException for an unknown word, an option without a value or a missing
   *     required option
   */
  public static Request parse(List<String> words, Map<String, String> environment) {
    Map<Variable, String> values = fromEnvironment(environment);
    Deque<String> rest = new ArrayDeque<>(words);
    boolean named = !rest.isEmpty() && OWN_OPTIONS.containsKey(rest.peek());
    String command = named ? rest.remove() : SERVE;
    Map<String, List<String>> own = new HashMap<>();
    while (!rest.isEmpty()) {
      String word = rest.remove();
      if (isHelp(word)) {
        return new Request.Help();
      }
      if (OWN_OPTIONS.getOrDefault(command, Set.of()).contains(name(word))) {
        own.computeIfAbsent(name(word), any -> new ArrayList<>()).add(value(word, rest));
      } else {
        option(word, rest, values);
      }
    }
    return switch (command) {
      case VERIFY_LOG ->
          new Request.VerifyLog(
              values,
              the(TENANT, "the tenant to check", own),
              own.getOrDefault(EXPECT, List.of()).stream().map(NotedEnds::read).toList());
      case BACKUP -> new Request.Backup(values, Path.of(the(TO, "the file to write", own)));
      default -> new Request.Serve(values);
    };
  }

  private static String the(String option, String meaning, Map<String, List<String>> own) {
    List<String> given = own.getOrDefault(option, List.of());
    if (given.isEmpty()) {
      throw new ConfigurationException(
          "missing required option " + option + " (expected: " + meaning + ")");
    }
    return given.get(given.size() - 1);
  }

  private static void option(String word, Deque<String> rest, Map<Variable, String> values) {
    Variable variable =
        Variable.ofOption(name(word))
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "'"
                            + name(word)
                            + "' is not a command or option (expected: serve, verify-log, backup,"
                            + " --help or an option listed by --help)"));
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
      throw new ConfigurationException(word + " has no value (expected: " + word + " VALUE)");
    }
    return rest.remove();
  }

  private static Map<Variable, String> fromEnvironment(Map<String, String> environment) {
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    for (Variable variable : Variable.values()) {
      for (String name : variable.names()) {
        Optional.ofNullable(environment.get(name))
            .ifPresent(value -> put(variable, name, value, values));
      }
    }
    return values;
  }

  private static void put(
      Variable variable, String name, String value, Map<Variable, String> values) {
    if (!values.getOrDefault(variable, value).equals(value)) {
      throw ConfigurationException.wrongValue(
          name,
          value,
          "the value of " + variable.name() + ", its other name, or only one of the two");
    }
    values.put(variable, value);
  }

  /** The help text: the commands, and each setting with its option, default and meaning. */
  public static String help() {
    return HelpText.text();
  }
}
