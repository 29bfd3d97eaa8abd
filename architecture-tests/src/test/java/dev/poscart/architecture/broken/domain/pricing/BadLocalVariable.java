package dev.poscart.architecture.broken.domain.pricing;

final class BadLocalVariable {
  private BadLocalVariable() {}

  static long half(long price) {
    double half = price / 2.0;
    return (long) half;
  }
}
