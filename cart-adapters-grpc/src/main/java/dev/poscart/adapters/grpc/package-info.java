/**
 * The item master over gRPC: the channel of the process, its life cycle, and the interpretation of
 * responses.
 *
 * <p>Other modules use {@link dev.poscart.adapters.grpc.ItemMasterAdapter}, its configuration and
 * its observer. Types of gRPC and protobuf stay in this package; HTTP, databases and dependency
 * injection do not belong here.
 */
package dev.poscart.adapters.grpc;
