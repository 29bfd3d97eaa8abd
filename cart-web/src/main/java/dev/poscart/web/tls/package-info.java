/**
 * HTTPS on the port: certificate and key are read from PEM files, checked, and read again when they
 * change. Knows the HTTP server underneath and nothing of carts.
 */
package dev.poscart.web.tls;
