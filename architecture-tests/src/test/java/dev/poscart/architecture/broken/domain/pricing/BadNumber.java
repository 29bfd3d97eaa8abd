package dev.poscart.architecture.broken.domain.pricing;

final class BadNumber {
  private BadNumber() {}

  static long taxed(long price) {
    return (long) (price * 1.1);
  }
}
