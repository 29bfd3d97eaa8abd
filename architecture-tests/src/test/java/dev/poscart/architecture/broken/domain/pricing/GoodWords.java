package dev.poscart.architecture.broken.domain.pricing;

/** Nothing is double here. */
final class GoodWords {
  private GoodWords() {}

  // A float would be wrong: 1.1 has no exact form.
  static String rate() {
    return "double 1.1 \\" + 'f' + '"' + "float"; /* 1.5 double */
  }
}
