package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebConfigTest {

  @Test
  void defaults_areThose() {
    WebConfig config = WebConfig.onPort(8003);
    assertThat(config.port()).isEqualTo(8003);
    assertThat(config.host()).isEmpty();
    assertThat(config.maxBodyBytes()).isEqualTo(1_048_576);
    assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.drainTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(config.maxThreads()).isEqualTo(64);
    assertThat(config.corsOrigins()).isEmpty();
  }

  @Test
  void wrongValue_isRefused_withItsNameAndWhatIsExpected() {
    assertThatThrownBy(() -> WebConfig.onPort(65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port: 65536 (expected: 0..65535)");
    assertThatThrownBy(() -> withOrigins("pos.example"))
        .hasMessage("corsOrigins: pos.example (expected: * or scheme://host[:port])");
  }

  @Test
  void portThatIsTaken_stopsTheStart_withASentence() {
    try (Shop shop = Shop.open()) {
      WebConfig taken =
          new WebConfig(
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

  private static WebConfig withOrigins(String origin) {
    return new WebConfig(
        Optional.empty(),
        0,
        65_536,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        16,
        Set.of(origin),
        "0.1.0");
  }
}
