/**
 * The look-up policy: small decorators over {@link dev.poscart.domain.port.ItemMasterPort}, each of
 * which knows nothing of the others, and the one place that stacks them. Transport, protobuf and
 * gRPC may not enter; what happens is told to a {@link
 * dev.poscart.adapters.grpc.lookup.LookupObserver}.
 */
package dev.poscart.adapters.grpc.lookup;
