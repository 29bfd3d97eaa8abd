package dev.poscart.architecture.broken.app.itemmaster;

import dev.poscart.architecture.broken.proto.Value;
import io.grpc.Server;

interface EmbeddedItemMaster {
  Value generated();

  Server server();
}
