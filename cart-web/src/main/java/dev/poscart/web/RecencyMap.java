package dev.poscart.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A bounded map that evicts the least recently used entry. */
final class RecencyMap<T> {

  private final int max;
  private final Map<String, T> values = new LinkedHashMap<>(16, 0.75f, true);

  RecencyMap(int max) {
    this.max = max;
  }

  synchronized Optional<T> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  synchronized void put(String name, T value) {
    values.put(name, value);
    if (values.size() > max) {
      values.keySet().stream().findFirst().ifPresent(values::remove);
    }
  }

  synchronized void remove(String name) {
    values.remove(name);
  }
}
