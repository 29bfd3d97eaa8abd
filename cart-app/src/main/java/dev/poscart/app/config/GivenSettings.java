package dev.poscart.app.config;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings that were given for one run.
 *
 * @param values the value of each
 * @param origins where each value came from: an option, an environment variable, or one in a file
 * @param ineffective variables of kugelpos that have no effect, each with the reason
 */
record GivenSettings(
    Map<Variable, String> values, Map<Variable, String> origins, List<String> ineffective) {

  private static final String LOG_FORMAT = "LOG_FORMAT";
  private static final List<String> LOG_FORMATS = List.of("text", "json");
  private static final String LOG_LEVEL = "LOG_LEVEL";
  private static final List<String> LOG_LEVELS =
      List.of("INFO", "OFF", "ERROR", "WARN", "DEBUG", "TRACE");

  GivenSettings {
    ineffective = List.copyOf(ineffective);
  }

  /**
   * Reads the environment, the file that it or an option names, and the options. An option takes
   * precedence over the environment, and the environment over the file.
   *
   * @param problems receives each variable that cannot be used; its value is then left out
   */
  static GivenSettings read(
      Map<Variable, String> options,
      Map<String, String> environment,
      Consumer<ConfigurationException> problems) {
    String file =
        options
            .getOrDefault(Variable.ENV_FILE, environment.getOrDefault(Variable.ENV_FILE.name(), ""))
            .strip();
    Map<String, String> all = new HashMap<>(fileVariables(file, environment, problems));
    all.putAll(environment);
    KugelposVariables.check(all, problems);
    checkLogging(environment, problems);
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    Map<Variable, String> origins = new EnumMap<>(Variable.class);
    for (Variable variable : Variable.values()) {
      for (String name : variable.names()) {
        Optional<String> value = Optional.ofNullable(all.get(name)).filter(v -> !v.isBlank());
        if (value.isPresent() && isOnlyOne(variable, name, value.get(), values, problems)) {
          values.put(variable, value.get());
          origins.put(variable, environment.containsKey(name) ? name : name + " in " + file);
        }
      }
    }
    options.forEach(
        (variable, value) -> {
          values.put(variable, value);
          origins.put(variable, variable.options().get(0));
        });
    return new GivenSettings(values, origins, KugelposVariables.ineffective(all));
  }

  /**
   * The logging library reads these from the environment. In an unknown format it logs nothing, and
   * at an unknown level everything.
   */
  private static void checkLogging(
      Map<String, String> environment, Consumer<ConfigurationException> problems) {
    String format = environment.getOrDefault(LOG_FORMAT, LOG_FORMATS.get(0));
    if (!LOG_FORMATS.contains(format)) {
      problems.accept(ConfigurationException.wrongValue(LOG_FORMAT, format, "text or json"));
    }
    String level = environment.getOrDefault(LOG_LEVEL, LOG_LEVELS.get(0));
    if (!LOG_LEVELS.contains(level.toUpperCase(Locale.ROOT))) {
      problems.accept(
          ConfigurationException.wrongValue(
              LOG_LEVEL, level, "ERROR, WARN, INFO, DEBUG, TRACE or OFF"));
    }
  }

  private static Map<String, String> fileVariables(
      String file, Map<String, String> environment, Consumer<ConfigurationException> problems) {
    if (file.isEmpty()) {
      return Map.of();
    }
    try {
      return EnvFile.read(file, environment);
    } catch (ConfigurationException e) {
      problems.accept(e);
      return Map.of();
    }
  }

  private static boolean isOnlyOne(
      Variable variable,
      String name,
      String value,
      Map<Variable, String> values,
      Consumer<ConfigurationException> problems) {
    boolean same = values.getOrDefault(variable, value).equals(value);
    if (!same) {
      problems.accept(
          ConfigurationException.wrongValue(
              name,
              value,
              "the value of " + variable.name() + ", its other name, or only one of the two"));
    }
    return same;
  }
}
