package dev.poscart.app.register;

/** The width of a line in print: half-width characters take one column, all others two. */
final class Columns {

  private Columns() {}

  static int of(String line) {
    return line.codePoints()
        .map(c -> c < 0x80 || c == '¥' || (c >= 0xff61 && c <= 0xff9f) ? 1 : 2)
        .sum();
  }
}
