package dev.poscart.app.config;

import java.util.List;
import java.util.Optional;

/**
 * The form of a setting's value.
 *
 * @param label how the value is written in the help, such as {@code FILE} or {@code piece|line}
 * @param defaultValue empty: none, or described in words
 * @param bounds empty: not a number, or bounds that depend on other settings
 * @param aliases other names of the setting
 * @param secret whether the value must not be shown
 */
record SettingValue(
    String label,
    String defaultValue,
    Optional<Bounds> bounds,
    List<String> aliases,
    boolean secret) {

  SettingValue {
    aliases = List.copyOf(aliases);
  }

  static SettingValue text(String label) {
    return text(label, "");
  }

  static SettingValue text(String label, String defaultValue) {
    return new SettingValue(label, defaultValue, Optional.empty(), List.of(), false);
  }

  static SettingValue secret(String label) {
    return new SettingValue(label, "", Optional.empty(), List.of(), true);
  }

  static SettingValue flag(String defaultValue) {
    return text("true|false", defaultValue);
  }

  static SettingValue whole(String defaultValue, int min, int max) {
    return number("NUMBER", defaultValue, new Bounds(min, max));
  }

  static SettingValue seconds(String defaultValue, double min, double max) {
    return number("SECONDS", defaultValue, new Bounds(min, max));
  }

  private static SettingValue number(String label, String defaultValue, Bounds bounds) {
    return new SettingValue(label, defaultValue, Optional.of(bounds), List.of(), false);
  }

  SettingValue aliases(String... names) {
    return new SettingValue(label, defaultValue, bounds, List.of(names), secret);
  }

  /** The default and the bounds, such as {@code (default: 5, 0.01 to 300)}; may be empty. */
  @Override
  public String toString() {
    return defaultValue.isEmpty()
        ? ""
        : " (default: " + defaultValue + bounds.map(each -> ", " + each).orElse("") + ")";
  }
}
