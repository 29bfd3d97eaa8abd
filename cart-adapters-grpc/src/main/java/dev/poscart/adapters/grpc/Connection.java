package dev.poscart.adapters.grpc;

import dev.poscart.proto.ItemServiceGrpc;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.ManagedChannel;

/** The live channel with the stub that all look-ups share. */
record Connection(ManagedChannel channel, ItemServiceStub stub) {

  /**
   * @param maxMessageBytes the largest request sent
   */
  static Connection over(ManagedChannel channel, int maxMessageBytes) {
    ItemServiceStub stub =
        ItemServiceGrpc.newStub(channel)
            .withWaitForReady()
            .withMaxOutboundMessageSize(maxMessageBytes);
    return new Connection(channel, stub);
  }
}
