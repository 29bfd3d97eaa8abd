/**
 * Users of {@link dev.poscart.app.load} at the service as it is shipped, and at other ways to run
 * it side by side, whose item master and process are watched as well.
 */
package dev.poscart.benchmarks.load;
