package dev.poscart.architecture.broken.domain.model;

final class ModelIsImmutable {
  int badLines;

  final int goodLines = 1;
}
