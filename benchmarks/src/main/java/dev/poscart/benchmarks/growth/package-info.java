/** What the service costs with a log of years: the same requests on logs of several lengths. */
@org.jspecify.annotations.NullMarked
package dev.poscart.benchmarks.growth;
