/** What many shops cost on one installation with MongoDB: its start, its idle time, and a day. */
@org.jspecify.annotations.NullMarked
package dev.poscart.benchmarks.fleet;
