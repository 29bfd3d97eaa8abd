package dev.poscart.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a command, each as {@code --name value}. */
public final class Options {

  private final Map<String, String> values = new HashMap<>();

  /**
   * Parses the command line.
   *
   * @param known the names of all options
   * @throws IllegalArgumentException for an unknown option or a missing value
   */
  public Options(Set<String> known, String... words) {
    for (int i = 0; i < words.length; i += 2) {
      if (!words[i].startsWith("--")
          || !known.contains(words[i].substring(2))
          || i + 1 == words.length) {
        throw new IllegalArgumentException(
            "'" + words[i] + "' (expected: --name value, the name one of " + known + ")");
      }
      values.put(words[i].substring(2), words[i + 1]);
    }
  }

  /** The option's value, or its default. */
  public String text(String name, String defaultValue) {
    return values.getOrDefault(name, defaultValue);
  }

  /** The option as a whole number. */
  public int number(String name, int defaultValue) {
    return Integer.parseInt(text(name, String.valueOf(defaultValue)));
  }

  /** The option as a comma-separated list. */
  public List<String> list(String name, String defaultValue) {
    return List.copyOf(Arrays.asList(text(name, defaultValue).split(",", -1)));
  }

  /** The option as a comma-separated list of whole numbers. */
  public List<Integer> numbers(String name, String defaultValue) {
    return list(name, defaultValue).stream().map(Integer::valueOf).toList();
  }
}
