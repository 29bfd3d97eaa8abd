package dev.poscart.architecture.broken.domain.model;

final class CartBuilder {
  int lines;
}
