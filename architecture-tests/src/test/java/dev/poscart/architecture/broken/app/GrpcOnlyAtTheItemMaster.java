package dev.poscart.architecture.broken.app;

import io.grpc.Server;
import io.netty.channel.Channel;

interface GrpcOnlyAtTheItemMaster {
  Server badServer();

  Channel badChannel();
}
