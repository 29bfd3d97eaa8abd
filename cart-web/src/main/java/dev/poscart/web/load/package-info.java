/**
 * Protection against overload: admission control with a request queue, slow-client guards, a
 * connection limit and a bound on buffered bytes. It knows Jetty but nothing of carts. Start
 * reading with {@link dev.poscart.web.load.LoadGuard}.
 *
 * <p>Jetty 12.1 has handlers for the same purposes. Ours do what these cannot:
 *
 * <ul>
 *   <li>{@code QoSHandler} releases its permit when the exchange is complete, that is, when the
 *       client has read the response: a few dozen slow readers would hold all permits. {@code
 *       AdmissionControl} releases it when the response is ready.
 *   <li>{@code EagerContentHandler} limits the body of each request but not their sum, and waits
 *       for as long as bytes trickle in. {@code SlowSenderGuard} has one budget for all bodies and
 *       a deadline for each, after which it responds with 408.
 *   <li>{@code NetworkConnectionLimit} stops accepting, so idle connections lock out new terminals.
 *       {@code ConnectionLimit} closes the connection that has been idle longest.
 *   <li>{@code MinimumDataRateHandler} fails an exchange whose data rate is too low. {@code
 *       SlowReaderGuard} buffers the response instead, so no thread and no permit waits.
 * </ul>
 */
package dev.poscart.web.load;
