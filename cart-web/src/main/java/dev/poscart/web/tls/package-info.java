/**
 * HTTPS: reads certificate and key from PEM files, checks them, and reloads them when they change.
 * It knows Jetty but nothing of carts.
 *
 * <p>The channel to the item master watches its files in its own module. Here Jetty's life cycle
 * and scheduler do it, and a reload is rehearsed, because one that fails would leave the port
 * without a certificate. What both share is only the mark by which a changed file is noticed.
 */
package dev.poscart.web.tls;
