/**
 * The connections behind the one channel, as a load balancing policy of gRPC: one to each address
 * of the item master, used in turn, and for a short time a second one beside a connection that has
 * fallen silent. Knows gRPC's public API and its own settings; items, protobuf and the look-up
 * policy may not enter.
 */
package dev.poscart.adapters.grpc.balancer;
