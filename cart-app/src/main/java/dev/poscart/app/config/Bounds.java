package dev.poscart.app.config;

/** The smallest and the largest allowed value of a numeric setting, both inclusive. */
record Bounds(double min, double max) {

  boolean contain(double number) {
    return number >= min && number <= max;
  }

  /** Such as {@code 0.01 to 300}. */
  @Override
  public String toString() {
    return text(min) + " to " + text(max);
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
