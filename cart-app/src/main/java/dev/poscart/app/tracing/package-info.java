/**
 * Traces of requests with OpenTelemetry. The domain knows nothing of them: the composition puts a
 * {@link dev.poscart.app.tracing.Tracing} around its ports, at its edges the web and the adapters
 * ask for it. While tracing is off, no class of OpenTelemetry is loaded.
 */
package dev.poscart.app.tracing;
