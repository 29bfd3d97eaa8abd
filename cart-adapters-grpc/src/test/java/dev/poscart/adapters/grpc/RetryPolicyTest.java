package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The policy as gRPC reads it. */
class RetryPolicyTest {

  @Test
  void serviceConfig_hasAttemptsPausesCodesAndBudget() {
    assertThat(new RetryPolicy(4, Duration.ofMillis(1050), 100).serviceConfig())
        .isEqualTo(
            Map.of(
                "methodConfig",
                List.of(
                    Map.of(
                        "name",
                        List.of(Map.of("service", "item_service.ItemService")),
                        "retryPolicy",
                        Map.of(
                            "maxAttempts",
                            4.0,
                            "initialBackoff",
                            "1.050s",
                            "maxBackoff",
                            "4.200s",
                            "backoffMultiplier",
                            2.0,
                            "retryableStatusCodes",
                            List.of("UNAVAILABLE", "CANCELLED", "UNKNOWN")))),
                "retryThrottling",
                Map.of("maxTokens", 100.0, "tokenRatio", 0.5)));
  }

  @Test
  void policy_refusesInvalidValues() {
    Duration ok = Duration.ofMillis(50);
    refused("maxAttempts", () -> new RetryPolicy(6, ok, 200));
    refused("firstPause", () -> new RetryPolicy(3, Duration.ZERO, 200));
    refused("budget", () -> new RetryPolicy(3, ok, 0));
  }

  private static void refused(String name, Runnable making) {
    assertThatIllegalArgumentException()
        .isThrownBy(making::run)
        .withMessageStartingWith(name + ": ");
  }
}
