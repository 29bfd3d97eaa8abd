package dev.poscart.architecture.broken.domain.sale;

final class BadWireName {
  private BadWireName() {}

  static String bad(int entry) {
    return "body -> " + entry;
  }
}
