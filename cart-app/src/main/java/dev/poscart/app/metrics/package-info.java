/**
 * The meters of the process, on Micrometer: item master, requests, events, JVM. No other package
 * knows Micrometer. Business rules do not belong here.
 */
package dev.poscart.app.metrics;
