package dev.poscart.app.load;

import java.util.List;

/**
 * One slice of a run; the percentiles are not numbers if nothing was answered in it.
 *
 * @param second its end, from the start of the run
 * @param gauges the figures of the gauges at its end
 */
record Sample(double second, double p50, double p99, double perSecond, List<Long> gauges) {

  Sample {
    gauges = List.copyOf(gauges);
  }
}
