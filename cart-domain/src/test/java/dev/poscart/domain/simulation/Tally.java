package dev.poscart.domain.simulation;

import java.util.Map;
import java.util.TreeMap;

/** Counts of events by name. */
final class Tally {

  private final Map<String, Long> counts = new TreeMap<>();

  void count(String what) {
    add(what, 1);
  }

  void add(String what, long times) {
    counts.merge(what, times, Long::sum);
  }

  void add(Tally other) {
    other.counts.forEach(this::add);
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /** All with this prefix, without the prefix. */
  String all(String prefix) {
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (what, times) -> {
          if (what.startsWith(prefix)) {
            text.append(text.isEmpty() ? "" : ", ").append(what.substring(prefix.length()));
            text.append(' ').append(times);
          }
        });
    return text.toString();
  }
}
