package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalKeyTest {

  @ParameterizedTest
  @CsvSource({
    "A1234-5678-9, A1234, 5678, 9",
    "A1234-5678-0, A1234, 5678, 0",
    "T-1-S-12, T-1, S, 12",
    "A-B-999999999, A, B, 999999999"
  })
  void terminalId_isTenantStoreAndNumber(String id, String tenant, String store, int number) {
    assertThat(TerminalKey.parse(id)).contains(new TerminalKey(tenant, store, number));
    assertThat(new TerminalKey(tenant, store, number).terminalId()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A1234",
        "A1234-5678",
        "A1234-5678-",
        "A1234--9",
        "-5678-9",
        "A1234-5678-x",
        "A1234-5678-09",
        "A1234-5678-1000000000",
        "A1234-5678-9 ",
        "A 1234-5678-9",
        "A1234-56 78-9",
        "A1234-5678-9\n",
        "A1234-5678-٣"
      })
  void invalidTerminalId_isNotParsed(String id) {
    assertThat(TerminalKey.parse(id)).isEmpty();
  }

  @Test
  void parts_areChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TerminalKey(" ", "5678", 9))
        .withMessage("tenantId: ' ' (expected: not blank)");
    assertThatIllegalArgumentException().isThrownBy(() -> new TerminalKey("A", "", 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TerminalKey("A", "B", -1))
        .withMessage("terminalNo: -1 (expected: >= 0)");
  }

  @Test
  void storeOfATerminal_isTenantAndStore() {
    assertThat(new TerminalKey("A", "B", 1).store()).isEqualTo(new StoreKey("A", "B"));
  }
}
