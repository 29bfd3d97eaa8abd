package dev.poscart.architecture.broken.adapters.grpc;

import io.grpc.ConnectivityState;
import io.grpc.InternalMetadata;
import io.grpc.LoadBalancer;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;

final class GrpcOnlyByItsPublicApi {

  private GrpcOnlyByItsPublicApi() {}

  static Object badClass(Metadata headers) {
    return InternalMetadata.serialize(headers);
  }

  static Object badField() {
    return LoadBalancer.DISABLE_SUBCHANNEL_RECONNECT_KEY;
  }

  static Object badMethod(LoadBalancer.Subchannel subchannel) {
    return subchannel.asChannel();
  }

  static ConnectivityState goodMethod(ManagedChannel channel) {
    return channel.getState(true);
  }
}
