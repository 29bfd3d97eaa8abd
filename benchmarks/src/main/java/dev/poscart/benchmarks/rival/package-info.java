/**
 * Ways to reach the item master that the product does not use, to compare it with, and the item
 * master that counts what each way does to it.
 */
package dev.poscart.benchmarks.rival;
