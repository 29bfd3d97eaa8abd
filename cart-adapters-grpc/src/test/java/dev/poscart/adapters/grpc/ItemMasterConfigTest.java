package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ItemMasterConfigTest {

  private final ItemMasterConfig defaults = ItemMasterConfig.defaults("master-data:50051");

  @Test
  void defaults_areTheUsualSettings() {
    assertThat(defaults.target()).isEqualTo("master-data:50051");
    assertThat(defaults.deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(defaults.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(defaults.keepAlive()).isEqualTo(Duration.ofSeconds(30));
    assertThat(defaults.drainTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(defaults.maxMessageBytes()).isEqualTo(10_485_760);
    assertThat(defaults.primingCalls()).isEqualTo(20);
    assertThat(defaults.userAgent()).isEqualTo("poscart");
  }

  @Test
  void copies_changeOneThing() {
    ItemMasterConfig changed =
        defaults
            .withDeadline(Duration.ofSeconds(1))
            .withDrainTimeout(Duration.ofSeconds(2))
            .withPrimingCalls(3);
    assertThat(changed)
        .isEqualTo(
            new ItemMasterConfig(
                "master-data:50051",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                10_485_760,
                3,
                "poscart"));
  }

  @Test
  void wrongValues_areRefusedWithValueAndExpectation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ItemMasterConfig.defaults(" "))
        .withMessage("target: ' ' (expected: not blank)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withDeadline(Duration.ZERO))
        .withMessage("deadline: PT0S (expected: PT0.001S..PT1H)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withDrainTimeout(Duration.ofMillis(-1)))
        .withMessage("drainTimeout: PT-0.001S (expected: PT0S..PT1H)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withPrimingCalls(-1))
        .withMessage("primingCalls: -1 (expected: 0..1000)");
  }
}
