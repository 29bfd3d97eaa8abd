package dev.poscart.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Adds lists of figures that are known by a code. */
final class Merge {

  private Merge() {}

  /** One figure per code, ordered by code; those with the same code are added in their order. */
  static <T> List<T> byCode(
      List<T> first, List<T> second, Function<T, String> code, BinaryOperator<T> sum) {
    Map<String, T> merged = new TreeMap<>();
    first.forEach(figure -> merged.merge(code.apply(figure), figure, sum));
    second.forEach(figure -> merged.merge(code.apply(figure), figure, sum));
    return new ArrayList<>(merged.values());
  }
}
