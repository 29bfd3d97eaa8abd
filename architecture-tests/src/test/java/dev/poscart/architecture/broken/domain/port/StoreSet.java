package dev.poscart.architecture.broken.domain.port;

interface StoreSet {
  String database();
}
