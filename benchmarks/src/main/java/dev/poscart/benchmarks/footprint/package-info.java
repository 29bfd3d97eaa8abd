/** What the packaged service costs: time to start, memory, threads, time of a request. */
package dev.poscart.benchmarks.footprint;
