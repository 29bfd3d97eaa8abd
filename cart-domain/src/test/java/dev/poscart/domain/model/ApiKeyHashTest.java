package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiKeyHashTest {

  private static final TerminalKey TERMINAL = new TerminalKey("A1234", "5678", 9);

  /** From {@code printf 'A1234-5678-9\0secret' | sha256sum}. */
  private static final ApiKeyHash KNOWN =
      new ApiKeyHash("e6caa1015d1df4bbe1961e77e0adc11d9d9553a4454eab43ee122bc24cd83959");

  @Test
  void hash_isOfTerminalIdAndKey() {
    assertThat(ApiKeyHash.of(TERMINAL, "secret")).isEqualTo(KNOWN);
  }

  @Test
  void keyOfTheTerminal_matches() {
    assertThat(KNOWN.matches(TERMINAL, "secret")).isTrue();
  }

  @Test
  void anyOtherKey_doesNotMatch() {
    assertThat(KNOWN.matches(TERMINAL, "secreT")).isFalse();
    assertThat(KNOWN.matches(TERMINAL, "")).isFalse();
    assertThat(KNOWN.matches(TERMINAL, KNOWN.hex())).isFalse();
  }

  @Test
  void keyOfAnotherTerminal_doesNotMatch() {
    assertThat(KNOWN.matches(new TerminalKey("A1234", "5678", 8), "secret")).isFalse();
    assertThat(KNOWN.matches(new TerminalKey("B1234", "5678", 9), "secret")).isFalse();
  }

  @Test
  void hash_doesNotContainTheKey() {
    assertThat(ApiKeyHash.of(TERMINAL, "secret").toString()).doesNotContain("secret");
  }
}
