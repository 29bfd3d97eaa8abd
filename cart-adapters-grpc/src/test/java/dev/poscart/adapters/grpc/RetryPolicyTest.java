package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The policy as gRPC reads it. */
class RetryPolicyTest {

  @Test
  void serviceConfig_saysAttemptsPausesCodesAndBudget() {
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
}
