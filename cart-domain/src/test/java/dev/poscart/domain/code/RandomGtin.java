package dev.poscart.domain.code;

import java.util.List;
import java.util.Random;

/** Random GTINs of all lengths. */
public final class RandomGtin {

  private RandomGtin() {}

  /** All notations of a random GTIN, without leading zeros, with some and with all. */
  public static List<String> spellings(Random random) {
    return of(random).spellings();
  }

  /** A notation as some scanners send it. */
  public static String scanned(Random random, String spelling) {
    String all = "0".repeat(14 - spelling.length()) + spelling;
    return switch (random.nextInt(9)) {
      case 0 -> spelling + "\r\n";
      case 1 -> "]C0" + spelling;
      case 2 -> " \t" + spelling + "\u3000";
      case 3 -> fullWidth(spelling);
      case 4 -> "(17)271231(01)" + all + "(10)A1";
      case 5 -> "]d201" + all + "17271231";
      case 6 -> "\u001d10A1\u001d01" + all;
      case 7 -> "01" + all;
      default -> spelling;
    };
  }

  private static String fullWidth(String digits) {
    return digits
        .chars()
        .map(digit -> digit - '0' + '０')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * A GTIN-8, UPC-A, UPC-A with leading zeros, GTIN-13 or GTIN-14; none that begins with 1, because
   * a UPC-E code may as well.
   */
  static Gtin of(Random random) {
    int zeros = new int[] {6, 2, 3, 4, 5, 1, 0}[random.nextInt(7)];
    StringBuilder digits = new StringBuilder("0".repeat(zeros)).append(2 + random.nextInt(8));
    while (digits.length() < 13) {
      digits.append(random.nextInt(10));
    }
    return Gtin.of(digits.append(CheckDigit.of(digits.toString())).toString()).orElseThrow();
  }
}
