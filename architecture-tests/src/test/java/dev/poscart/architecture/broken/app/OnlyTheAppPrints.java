package dev.poscart.architecture.broken.app;

@SuppressWarnings("all")
final class OnlyTheAppPrints {
  private OnlyTheAppPrints() {}

  static void goodPrint(String text) {
    System.out.println(text);
  }
}
