/**
 * What keeps the server standing when more comes than it can do: bounds on requests, connections,
 * buffered bytes and time. Knows the HTTP server underneath and nothing of carts.
 */
package dev.poscart.web.load;
