/**
 * What all measurements share: the service as a process, a till that speaks to it, a shop for it,
 * an item master that counts, and reports. Nothing here is part of the product.
 */
package dev.poscart.benchmarks;
