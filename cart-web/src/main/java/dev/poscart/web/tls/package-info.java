/**
 * HTTPS: reads certificate and key from PEM files, checks them, and reloads them when they change.
 * It knows Jetty but nothing of carts.
 */
package dev.poscart.web.tls;
