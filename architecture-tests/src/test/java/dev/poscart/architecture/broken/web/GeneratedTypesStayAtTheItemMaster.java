package dev.poscart.architecture.broken.web;

interface GeneratedTypesStayAtTheItemMaster {
  dev.poscart.architecture.broken.proto.Value badProto();
}
