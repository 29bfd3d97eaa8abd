package dev.poscart.architecture.broken.adapters.grpc;

import io.grpc.ManagedChannel;

interface GrpcOnlyAtTheItemMaster {
  ManagedChannel goodManagedChannel();
}
