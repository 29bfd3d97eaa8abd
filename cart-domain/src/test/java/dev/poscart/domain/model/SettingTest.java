package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingTest {

  private static final TerminalKey TERMINAL = new TerminalKey("A1234", "5678", 9);

  private static final Setting.Scoped OF_TERMINAL = scoped("5678", 9, "terminal");
  private static final Setting.Scoped OF_STORE = scoped("5678", "store");
  private static final Setting.Scoped OF_TENANT = scoped("tenant");
  private static final List<Setting.Scoped> FOREIGN =
      List.of(scoped("9999", 9, "x"), scoped("5678", 8, "x"), scoped("9999", "x"));

  @Test
  void valueOfTheTerminal_comesFirst() {
    assertThat(at(TERMINAL, OF_TENANT, OF_STORE, OF_TERMINAL)).contains("terminal");
  }

  @Test
  void valueOfTheStore_comesBeforeTheTenants() {
    assertThat(at(TERMINAL, OF_TENANT, OF_STORE)).contains("store");
    assertThat(at(new TerminalKey("A1234", "5678", 8), OF_TERMINAL, OF_TENANT, OF_STORE))
        .contains("store");
  }

  @Test
  void valueOfTheTenant_comesBeforeTheDefault() {
    assertThat(at(TERMINAL, OF_TENANT)).contains("tenant");
    assertThat(at(new TerminalKey("A1234", "1111", 9), OF_TERMINAL, OF_STORE, OF_TENANT))
        .contains("tenant");
  }

  @Test
  void withoutAMatchingValue_theDefaultApplies() {
    assertThat(at(TERMINAL)).contains("default");
  }

  @Test
  void withoutAnyValueOrDefault_theResultIsEmpty() {
    assertThat(new Setting("S", Optional.empty(), FOREIGN).valueAt(TERMINAL)).isEmpty();
  }

  /** The answer may not depend on the order in which values are listed. */
  private static Optional<String> at(TerminalKey terminal, Setting.Scoped... values) {
    List<Setting.Scoped> all = new ArrayList<>(FOREIGN);
    if (terminal.terminalNo() == 8) {
      all.removeIf(value -> value.terminalNo().equals(Optional.of(8)));
    }
    Collections.addAll(all, values);
    Optional<String> found = new Setting("S", Optional.of("default"), all).valueAt(terminal);
    Collections.reverse(all);
    assertThat(new Setting("S", Optional.of("default"), all).valueAt(terminal)).isEqualTo(found);
    return found;
  }

  private static Setting.Scoped scoped(String store, int terminal, String value) {
    return new Setting.Scoped(Optional.of(store), Optional.of(terminal), value);
  }

  private static Setting.Scoped scoped(String store, String value) {
    return new Setting.Scoped(Optional.of(store), Optional.empty(), value);
  }

  private static Setting.Scoped scoped(String value) {
    return new Setting.Scoped(Optional.empty(), Optional.empty(), value);
  }
}
