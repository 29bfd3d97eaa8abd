package dev.poscart.web.load;

import java.util.concurrent.atomic.LongAdder;

/** Counts refused requests and closed connections. */
final class LoadCounters {

  private final LongAdder refused = new LongAdder();
  private final LongAdder cut = new LongAdder();

  void refusedOne() {
    refused.increment();
  }

  void cutOne() {
    cut.increment();
  }

  long refused() {
    return refused.sum();
  }

  long cut() {
    return cut.sum();
  }
}
