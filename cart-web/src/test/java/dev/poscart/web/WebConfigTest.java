package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebConfigTest {

  @Test
  void wrongValue_isRefused_namingSettingAndExpectation() {
    assertThatThrownBy(() -> with(65_536, "*"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port: 65536 (expected: 0..65535)");
    assertThatThrownBy(() -> with(0, "pos.example"))
        .hasMessage("corsOrigins: pos.example (expected: * or scheme://host[:port])");
  }

  @Test
  void portInUse_stopsTheStart_withOneSentence() {
    try (Shop shop = Shop.open()) {
      WebConfig taken =
          WebConfigs.of(
              Optional.of("127.0.0.1"),
              shop.server.port(),
              65_536,
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              16,
              Set.of(),
              "0.1.0");
      assertThatThrownBy(() -> Shop.open(taken))
          .isInstanceOfSatisfying(
              CannotListenException.class, failure -> assertThat(failure.isWrongHost()).isFalse());
    }
  }

  private static WebConfig with(int port, String origin) {
    return WebConfigs.of(
        Optional.empty(),
        port,
        65_536,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        16,
        Set.of(origin),
        "0.1.0");
  }
}
