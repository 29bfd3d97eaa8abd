/**
 * The whole service in one thread and in virtual time: real use cases on simulated stores, peer
 * services, machines and terminals that fail in every way a seed can think of, and a checker that
 * proves the promises from what the terminals saw and what is stored. Nothing here may ask the real
 * clock, start a thread, or depend on the order of a hash table: the same seed is the same run.
 */
package dev.poscart.domain.simulation;
