/**
 * The look-up policy: small, independent decorators over {@link
 * dev.poscart.domain.port.ItemMasterPort}, and {@link
 * dev.poscart.adapters.grpc.lookup.LookupPolicy}, which stacks them. Events are reported to a
 * {@link dev.poscart.adapters.grpc.lookup.LookupObserver}. Transport, protobuf and gRPC do not
 * belong here.
 */
package dev.poscart.adapters.grpc.lookup;
