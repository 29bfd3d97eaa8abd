package dev.poscart.architecture.broken.app;

import jakarta.inject.Inject;

@SuppressWarnings("UnnecessaryAssignment")
final class NoFieldInjection {
  @Inject String badField = "";

  @com.google.inject.Inject String badGuiceField = "";

  final String goodField;

  @Inject
  NoFieldInjection(String goodField) {
    this.goodField = goodField;
  }
}
