/**
 * What keeps the server standing when more comes than it can do: admission control with a request
 * queue, slow-client guards, a connection limit, a bound on buffered bytes. Knows the HTTP server
 * underneath and nothing of carts. Start reading with {@link dev.poscart.web.load.LoadGuard}.
 */
package dev.poscart.web.load;
