package dev.poscart.app.config;

/** The least and the greatest value of a number that can be configured. */
record Bounds(double min, double max) {

  /** As in {@code 0.01 to 300}. */
  @Override
  public String toString() {
    return text(min) + " to " + text(max);
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
