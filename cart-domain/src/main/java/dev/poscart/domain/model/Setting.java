package dev.poscart.domain.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A setting of a tenant with its values per scope; all values are text. */
public record Setting(String name, Optional<String> defaultValue, List<Scoped> values) {

  /** A value for a terminal of a store, for a store, or (both empty) for the whole tenant. */
  public record Scoped(Optional<String> storeCode, Optional<Integer> terminalNo, String value) {}

  public Setting {
    Expect.notBlank("name", name);
    values = List.copyOf(values);
  }

  /** The value for a terminal: its own, or else the store's, the tenant's or the default. */
  public Optional<String> valueAt(TerminalKey terminal) {
    return valueAt(Optional.of(terminal.storeCode()), Optional.of(terminal.terminalNo()));
  }

  /** The value for a terminal, for all terminals of a store, or for the whole tenant. */
  public Optional<String> valueAt(Optional<String> storeCode, Optional<Integer> terminalNo) {
    return find(storeCode, terminalNo)
        .or(() -> find(storeCode, Optional.empty()))
        .or(() -> find(Optional.empty(), Optional.empty()))
        .or(() -> defaultValue);
  }

  /** All values of all scopes, the default last. */
  public Stream<String> allValues() {
    return Stream.concat(values.stream().map(Scoped::value), defaultValue.stream());
  }

  private Optional<String> find(Optional<String> storeCode, Optional<Integer> terminalNo) {
    return values.stream()
        .filter(v -> v.storeCode().equals(storeCode) && v.terminalNo().equals(terminalNo))
        .map(Scoped::value)
        .findFirst();
  }
}
