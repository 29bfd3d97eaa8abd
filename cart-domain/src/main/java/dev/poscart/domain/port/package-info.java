/**
 * What the domain needs from outside. Every method returns a {@link
 * java.util.concurrent.CompletionStage}, never null, never throws in the calling thread and never
 * blocks it; a failure of the outside world is a stage failed with {@link
 * dev.poscart.domain.port.PortException}.
 */
package dev.poscart.domain.port;
