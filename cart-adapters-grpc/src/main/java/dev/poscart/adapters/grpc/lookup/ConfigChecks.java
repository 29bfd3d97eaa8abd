package dev.poscart.adapters.grpc.lookup;

/** Validates configuration values; the messages name the value and what was expected. */
public final class ConfigChecks {

  private ConfigChecks() {}

  /** Rejects an empty or blank value. */
  public static void requireNotBlank(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": '" + value + "' (expected: not blank)");
    }
  }

  /** Rejects a value below {@code least} or above {@code most}. */
  public static <T extends Comparable<T>> void requireInRange(
      String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + least + ".." + most + ")");
    }
  }
}
