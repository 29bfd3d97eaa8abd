/**
 * A gRPC load balancing policy that manages the connections of the channel: one to each address of
 * the item master, used in turn, and temporarily a second one next to a connection that has fallen
 * silent. It knows gRPC's public API and its own settings; items, protobuf and the look-up policy
 * do not belong here.
 */
package dev.poscart.adapters.grpc.balancer;
