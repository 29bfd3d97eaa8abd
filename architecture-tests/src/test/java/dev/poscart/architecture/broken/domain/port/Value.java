package dev.poscart.architecture.broken.domain.port;

public interface Value {
  record Answer(int books) {}
}
