package dev.poscart.benchmarks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words after a command: {@code --name value} each. */
public final class Options {

  private final Map<String, String> values = new HashMap<>();

  /**
   * Reads the words.
   *
   * @param known the names of the options there are
   * @throws IllegalArgumentException for a word that is no option or lacks its value
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

  /** The option's value, or else the standard one. */
  public String text(String name, String defaultValue) {
    return values.getOrDefault(name, defaultValue);
  }

  /** The option as a whole number. */
  public int number(String name, int defaultValue) {
    return Integer.parseInt(text(name, String.valueOf(defaultValue)));
  }

  /** The option as words separated by commas. */
  public List<String> list(String name, String defaultValue) {
    return List.copyOf(Arrays.asList(text(name, defaultValue).split(",", -1)));
  }

  /** The option as whole numbers separated by commas. */
  public List<Integer> numbers(String name, String defaultValue) {
    return list(name, defaultValue).stream().map(Integer::valueOf).toList();
  }
}
