package dev.poscart.architecture.broken.web;

import com.google.protobuf.Message;

interface GrpcOnlyAtTheItemMaster {
  Message badMessage();
}
