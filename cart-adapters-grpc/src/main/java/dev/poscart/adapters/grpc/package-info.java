/**
 * The item master over gRPC: the channel of the process, its life cycle, and the interpretation of
 * responses.
 *
 * <p>Other modules use {@link dev.poscart.adapters.grpc.ItemMasterAdapter}, its configuration and
 * its observer. Types of gRPC and protobuf stay in this package; HTTP, databases and dependency
 * injection do not belong here.
 *
 * <p>Certificates, keys and the token are watched here by {@code FileWatch}, and those of the HTTPS
 * port by a class of its own in the web module, because the two apply them differently: a channel
 * asks for the current contents at each handshake and call, while a port must try new ones before
 * it gives up the old.
 */
package dev.poscart.adapters.grpc;
