/**
 * The packaged service whose item master fails, seen from tills: a network that swallows packets in
 * silence or is down, a frozen process, slow answers. How long tills wait, and how often they are
 * refused.
 */
package dev.poscart.benchmarks.outage;
