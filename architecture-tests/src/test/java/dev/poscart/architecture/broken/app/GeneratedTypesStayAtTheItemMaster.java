package dev.poscart.architecture.broken.app;

interface GeneratedTypesStayAtTheItemMaster {
  dev.poscart.architecture.broken.proto.Value badProto();
}
