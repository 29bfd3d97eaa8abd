/**
 * The load kit: users that run a scenario against a base URL, alone or with the service run in
 * several ways side by side, with a table and plots of what they saw.
 */
package dev.poscart.benchmarks.load;
