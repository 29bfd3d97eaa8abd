/**
 * The ports: what the domain needs from the outside. Methods return a {@link
 * java.util.concurrent.CompletionStage}, never null, and neither throw in the calling thread nor
 * block it. A failure of the outside world is a stage that fails with {@link
 * dev.poscart.domain.port.PortException}.
 */
package dev.poscart.domain.port;
