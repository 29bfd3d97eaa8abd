package dev.poscart.architecture.broken.domain.document;

final class GoodField {
  static final String NAME = "unit_price";

  private GoodField() {}
}
