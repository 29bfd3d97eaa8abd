/**
 * Protection against overload: admission control with a request queue, slow-client guards, a
 * connection limit and a bound on buffered bytes. It knows Jetty but nothing of carts. Start
 * reading with {@link dev.poscart.web.load.LoadGuard}.
 */
package dev.poscart.web.load;
