package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.adapters.grpc.lookup.CacheConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemMasterConfigTest {

  private static final Duration ONE = Duration.ofSeconds(1);
  private static final Duration TWO = Duration.ofSeconds(2);

  private final ItemMasterConfig defaults = ItemMasterConfig.defaults("master-data:50051");

  @Test
  void defaults_areAsDocumented() {
    assertThat(defaults.target()).isEqualTo("master-data:50051");
    assertThat(defaults.deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(defaults.primingCalls()).isEqualTo(20);
    assertThat(defaults.batching()).isTrue();
    assertThat(defaults.security().tls()).isFalse();
    assertThat(defaults.tuning())
        .isEqualTo(
            new ChannelTuning(
                Duration.ofSeconds(2),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                10_485_760,
                "poscart",
                new RetryPolicy(3, Duration.ofMillis(50), 200),
                new ReconnectPolicy(Duration.ofMillis(100), Duration.ofSeconds(1)),
                new LivenessPolicy(
                    Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(5))));
  }

  @Test
  void copies_changeOneComponent() {
    ItemMasterConfig changed =
        defaults
            .withDeadline(Duration.ofSeconds(1))
            .withPrimingCalls(3)
            .withBatching(false)
            .withSecurity(security(true, Optional.empty()))
            .withTuning(Samples.tuning(Duration.ofSeconds(2), Samples.PATIENT))
            .withLookup(LookupConfig.bare());
    assertThat(changed.target()).isEqualTo("master-data:50051");
    assertThat(changed.deadline()).isEqualTo(Duration.ofSeconds(1));
    assertThat(changed.primingCalls()).isEqualTo(3);
    assertThat(changed.batching()).isFalse();
    assertThat(changed.security().tls()).isTrue();
    assertThat(changed.tuning().drainTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(changed.lookup().cache().enabled()).isFalse();
  }

  @Test
  void wrongValues_areRefused_namingValueAndExpectation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ItemMasterConfig.defaults(" "))
        .withMessage("target: ' ' (expected: not blank)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withDeadline(Duration.ZERO))
        .withMessage("deadline: PT0S (expected: PT0.001S..PT1H)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Samples.tuning(Duration.ofMillis(-1), Samples.PATIENT))
        .withMessage("drainTimeout: PT-0.001S (expected: PT0S..PT1H)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withPrimingCalls(-1))
        .withMessage("primingCalls: -1 (expected: 0..1000)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryPolicy(6, Duration.ofMillis(50), 200))
        .withMessage("maxAttempts: 6 (expected: 1..5)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> security(false, Optional.of(Path.of("ca.pem"))))
        .withMessage("tls: false (expected: true with certificates)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CacheConfig(true, ONE, TWO, ONE, 10))
        .withMessage("refreshAfter: PT2S (expected: PT0.001S..PT1S)");
  }

  private static ChannelSecurity security(boolean tls, Optional<Path> trustedCertificates) {
    return new ChannelSecurity(
        tls, trustedCertificates, Optional.empty(), Optional.empty(), Optional.empty(), ONE);
  }

  @Test
  void retryPolicy_withOneAttempt_isEmpty() {
    assertThat(new RetryPolicy(1, Duration.ofMillis(50), 200).serviceConfig()).isEmpty();
  }
}
