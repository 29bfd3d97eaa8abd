/**
 * The item master that comes with the program: a gRPC server on a loopback port with the items of
 * the store profile, so that without any peer service a look-up takes the way it takes in
 * production.
 */
package dev.poscart.app.itemmaster;
