/**
 * The item master over gRPC: the one channel of the process, its life, and what its answers mean.
 *
 * <p>Only {@link dev.poscart.adapters.grpc.ItemMasterAdapter}, its configuration and its observer
 * are for other modules. Types of gRPC and protobuf stay in here; HTTP, databases and dependency
 * injection may not enter.
 */
package dev.poscart.adapters.grpc;
