package dev.poscart.architecture.broken.adapters.grpc;

interface GeneratedTypesStayAtTheItemMaster {
  dev.poscart.architecture.broken.proto.Value goodProto();
}
