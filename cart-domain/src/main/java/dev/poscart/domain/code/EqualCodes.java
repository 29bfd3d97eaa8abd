package dev.poscart.domain.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Different notations of the same item code: a GTIN with other leading zeros, a UPC-E code and its
 * UPC-A code, and a GTIN after its application identifier (01). Codes that are not a GTIN,
 * especially in-house numbers, have no other notation.
 */
public final class EqualCodes {

  /** The maximum number of other notations to look up. */
  public static final int MAX = 4;

  private static final String GTIN_IDENTIFIER = "01";
  private static final int LENGTH_WITH_IDENTIFIER = 16;

  private EqualCodes() {}

  /**
   * The other notations of a code, in order of precedence.
   *
   * @return at most {@link #MAX}, without the code itself; empty if there are none
   */
  public static List<String> of(String code) {
    return gtins(code)
        .flatMap(gtin -> gtin.spellings().stream())
        .distinct()
        .filter(spelling -> !spelling.equals(code))
        .limit(MAX)
        .toList();
  }

  /**
   * The GTINs that a code may stand for: two codes with a GTIN in common are equal.
   *
   * @return fourteen digits each; two for a UPC-E code that could also be a GTIN-8; empty if the
   *     code is not a GTIN
   */
  public static List<String> numbers(String code) {
    return gtins(code).map(Gtin::number).toList();
  }

  private static Stream<Gtin> gtins(String code) {
    return Stream.of(UpcE.expand(code).flatMap(Gtin::of), Gtin.of(code), behindIdentifier(code))
        .flatMap(Optional::stream);
  }

  /** What scanners send for GS1 DataBar if they omit the symbology identifier. */
  private static Optional<Gtin> behindIdentifier(String code) {
    return code.length() == LENGTH_WITH_IDENTIFIER && code.startsWith(GTIN_IDENTIFIER)
        ? Gtin.of(code.substring(GTIN_IDENTIFIER.length()))
        : Optional.empty();
  }
}
