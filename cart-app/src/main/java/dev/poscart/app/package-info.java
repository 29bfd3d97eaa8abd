/**
 * Puts the parts together and runs them: composition, life cycle, {@code main}. The only place that
 * knows the adapters and the injector; rules of the till may not enter.
 */
package dev.poscart.app;
