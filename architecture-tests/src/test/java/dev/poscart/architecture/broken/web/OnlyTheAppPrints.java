package dev.poscart.architecture.broken.web;

@SuppressWarnings("all")
final class OnlyTheAppPrints {
  private OnlyTheAppPrints() {}

  static void badPrint(String text) {
    System.out.println(text);
  }

  static void badError(String text) {
    System.err.println(text);
  }

  static void badTrace(Exception failure) {
    failure.printStackTrace();
  }
}
