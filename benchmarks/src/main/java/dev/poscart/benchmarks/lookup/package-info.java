/** The time of one look-up, from a bare stub to the full policy, by JMH and in paired batches. */
package dev.poscart.benchmarks.lookup;
