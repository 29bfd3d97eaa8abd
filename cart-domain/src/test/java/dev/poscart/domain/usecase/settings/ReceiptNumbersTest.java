package dev.poscart.domain.usecase.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Setting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptNumbersTest {

  @Test
  void validSettings_giveNoComplaint() {
    assertThat(ReceiptNumbers.complaints(List.of())).isEmpty();
    assertThat(
            ReceiptNumbers.complaints(
                List.of(
                    setting("RECEIPT_NO_START_VALUE", "1", at("5678", 9, " 100 ")),
                    setting("RECEIPT_NO_END_VALUE", "9999"),
                    setting("RECEIPT_HEADERS", "nonsense"))))
        .isEmpty();
  }

  @Test
  void d35_valueThatIsNotANumber_isReportedOnce() {
    assertThat(
            ReceiptNumbers.complaints(
                List.of(
                    setting(
                        "RECEIPT_NO_START_VALUE", "12a", at("5678", 9, "12a"), at("1", 1, "5")))))
        .containsExactly(
            "RECEIPT_NO_START_VALUE: '12a' (expected: 0..999999999); using 111111 instead");
  }

  @Test
  void d35_rangeThatEndsBeforeItStarts_isReportedWhereItApplies() {
    assertThat(
            ReceiptNumbers.complaints(
                List.of(
                    setting("RECEIPT_NO_START_VALUE", "1", at("5678", 9, "500")),
                    setting("RECEIPT_NO_END_VALUE", "400"))))
        .containsExactly(
            "RECEIPT_NO_START_VALUE..RECEIPT_NO_END_VALUE: 500..400 (expected: start <= end);"
                + " using 111111..999999 instead");
  }

  private static Setting setting(String name, String defaultValue, Setting.Scoped... values) {
    return new Setting(name, Optional.of(defaultValue), List.of(values));
  }

  private static Setting.Scoped at(String storeCode, int terminalNo, String value) {
    return new Setting.Scoped(Optional.of(storeCode), Optional.of(terminalNo), value);
  }
}
