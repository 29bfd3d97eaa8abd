package dev.poscart.benchmarks.load;

/**
 * One slice of a run; the percentiles are not numbers if nothing was answered in it.
 *
 * @param second its end, from the start of the run
 * @param channels made since the start of the run
 */
record Sample(double second, double p50, double p99, double perSecond, double channels) {}
