/**
 * How far the service is from what cannot be avoided: the bare web server and the bare store beside
 * add-item, in alternating rounds of one run. Processor time per request is taken from the clock of
 * the measured process, which stays steady on a machine that is shared.
 */
package dev.poscart.benchmarks.floors;
