package dev.poscart.adapters.mongo;

import dev.poscart.adapters.mongo.MigrationFindings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A set of numbers, kept as its uninterrupted runs: its size grows with the gaps only. */
final class NumberRuns {

  /** The last number of each run by its first. */
  private final NavigableMap<Integer, Integer> runs = new TreeMap<>();

  /**
   * Adds a number, in any order.
   *
   * @return false if it was there
   */
  boolean add(int number) {
    Map.Entry<Integer, Integer> below = runs.floorEntry(number);
    if (below != null && below.getValue() >= number) {
      return false;
    }
    boolean isNext = below != null && below.getValue() == number - 1;
    Integer lastAbove = runs.remove(number + 1);
    runs.put(isNext ? below.getKey() : number, lastAbove == null ? number : lastAbove);
    return true;
  }

  /** The runs in ascending order. */
  List<Span> spans() {
    return runs.entrySet().stream().map(run -> new Span(run.getKey(), run.getValue())).toList();
  }

  /** From the least to the greatest number. */
  Optional<Span> range() {
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Span(runs.firstKey(), runs.lastEntry().getValue()));
  }

  /** What is missing between the runs. */
  List<Span> gaps() {
    List<Span> gaps = new ArrayList<>();
    List<Span> spans = spans();
    for (int i = 1; i < spans.size(); i++) {
      gaps.add(new Span(spans.get(i - 1).last() + 1, spans.get(i).first() - 1));
    }
    return gaps;
  }
}
