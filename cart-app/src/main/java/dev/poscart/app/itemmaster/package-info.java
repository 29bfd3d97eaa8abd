/**
 * The embedded item master: a gRPC server on a loopback port with the items of the store profile.
 * Without an external item master, look-ups thus take the same path as in production.
 */
package dev.poscart.app.itemmaster;
