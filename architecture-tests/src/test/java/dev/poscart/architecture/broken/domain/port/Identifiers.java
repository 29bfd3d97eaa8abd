package dev.poscart.architecture.broken.domain.port;

interface Identifiers {
  String next();
}
