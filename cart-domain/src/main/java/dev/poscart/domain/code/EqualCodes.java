package dev.poscart.domain.code;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Codes that are spelled differently and name the same item: one GTIN with other leading zeros, a
 * UPC-E code and its UPC-A code, and a GTIN behind its application identifier (01). Codes that are
 * no GTIN, in-house numbers above all, equal themselves only.
 */
public final class EqualCodes {

  /** More than so many are not worth a look-up. */
  public static final int MAX = 4;

  private static final String GTIN_IDENTIFIER = "01";
  private static final int LENGTH_WITH_IDENTIFIER = 16;

  private EqualCodes() {}

  /**
   * The other spellings of a code, in the order in which they count if the master knows several.
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
   * The GTINs that a code may stand for: two codes that have one in common are equal.
   *
   * @return fourteen digits each; two for a UPC-E code that could be a GTIN-8 as well; empty if the
   *     code is no GTIN
   */
  public static List<String> numbers(String code) {
    return gtins(code).map(Gtin::number).toList();
  }

  private static Stream<Gtin> gtins(String code) {
    return Stream.of(UpcE.expand(code).flatMap(Gtin::of), Gtin.of(code), behindIdentifier(code))
        .flatMap(Optional::stream);
  }

  /** What scanners send for GS1 DataBar when they leave out the symbology identifier. */
  private static Optional<Gtin> behindIdentifier(String code) {
    return code.length() == LENGTH_WITH_IDENTIFIER && code.startsWith(GTIN_IDENTIFIER)
        ? Gtin.of(code.substring(GTIN_IDENTIFIER.length()))
        : Optional.empty();
  }
}
