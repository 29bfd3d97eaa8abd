package dev.poscart.domain.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Z reports that were printed at a terminal. Those of the oldest sessions are forgotten,
 * because what is known of a terminal is read with each request.
 *
 * @param latest ordered by their sessions
 */
public record ZPrints(List<ZPrint> latest) {

  /** The reports of a week, if all kinds are printed. */
  public static final int MAX = 32;

  public static final ZPrints NONE = new ZPrints(List.of());

  public ZPrints {
    latest = List.copyOf(latest);
    Expect.within("prints", 0, MAX, latest.size());
  }

  /** The first print of the report; empty if there was none, or if it is forgotten. */
  public Optional<ZPrint> first(int businessCounter, ReportKind kind) {
    return latest.stream().filter(print -> print.isOf(businessCounter, kind)).findFirst();
  }

  /** Whether a print of that session would be forgotten already. */
  public boolean reachesNoFurtherThan(int businessCounter) {
    return latest.size() == MAX && businessCounter <= latest.get(0).businessCounter();
  }

  /** These prints and one more, without the oldest if they are too many. */
  public ZPrints plus(ZPrint print) {
    List<ZPrint> sorted =
        Stream.concat(latest.stream(), Stream.of(print))
            .sorted(Comparator.comparingInt(ZPrint::businessCounter))
            .toList();
    return new ZPrints(sorted.subList(Math.max(0, sorted.size() - MAX), sorted.size()));
  }
}
