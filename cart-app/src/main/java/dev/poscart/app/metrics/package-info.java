/**
 * What the process counts, in Micrometer's meters: how the item master is reached, how requests are
 * answered, how the JVM is. Nothing else knows Micrometer; rules of the till may not enter.
 */
package dev.poscart.app.metrics;
