package dev.poscart.app.config;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that is wrong with the given settings. Reading the configuration stops at the first wrong
 * setting, so it is read again without each one that was found.
 *
 * @param problems one message for each
 * @param usable the configuration without the wrong settings, if there is one
 */
public record SettingsDiagnosis(List<String> problems, Optional<ServiceConfig> usable) {

  public SettingsDiagnosis {
    problems = List.copyOf(problems);
  }

  /** Examines the settings. */
  public static SettingsDiagnosis of(Map<Variable, String> given) {
    Map<Variable, String> kept = new EnumMap<>(Variable.class);
    kept.putAll(given);
    Set<Variable> removed = EnumSet.noneOf(Variable.class);
    List<String> problems = new ArrayList<>();
    while (true) {
      try {
        return new SettingsDiagnosis(problems, Optional.of(ServiceConfig.read(kept)));
      } catch (ConfigurationException e) {
        String message = String.valueOf(e.getMessage());
        // A setting may be wrong only because the one it belongs to was removed.
        if (removed.stream().noneMatch(gone -> message.contains(gone.name()))) {
          problems.add(message);
        }
        Optional<Variable> named = named(message, kept);
        if (named.isEmpty()) {
          return new SettingsDiagnosis(problems, Optional.empty());
        }
        kept.remove(named.get());
        removed.add(named.get());
      }
    }
  }

  /** Messages begin with the name of the setting. */
  private static Optional<Variable> named(String message, Map<Variable, String> given) {
    return given.keySet().stream()
        .filter(variable -> message.startsWith(variable.name() + ":"))
        .findFirst();
  }
}
