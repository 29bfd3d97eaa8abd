/**
 * Wires the parts of the service and runs them: composition root, life cycle, {@code main}. The
 * only package that knows the adapters and the injector. Business rules do not belong here.
 */
package dev.poscart.app;
