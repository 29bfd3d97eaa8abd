package dev.poscart.architecture.broken.domain.sale;

/** Speaks of {@code unit_price} in a comment only. */
final class GoodWords {
  private GoodWords() {}

  static String good(char quote) {
    // Neither "body -> quantity" nor the arrow below stands in a text.
    return switch (quote) {
      case '"' -> "unitPrice";
      default -> "98 * 15 / 100";
    };
  }
}
