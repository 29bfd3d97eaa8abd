package dev.poscart.adapters.grpc.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long an attempt to connect may take: half a second, and never more than three. */
class ConnectPatienceTest {

  private static final LivenessPolicy POLICY =
      new LivenessPolicy(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(3));

  private static long millis(ConnectPatience patience) {
    return Duration.ofNanos(patience.nanos()).toMillis();
  }

  @Test
  void eachSlowAttempt_doublesIt_untilConnected() {
    ConnectPatience patience = new ConnectPatience(POLICY, false);
    assertThat(millis(patience)).isEqualTo(500);
    patience.lengthen();
    assertThat(millis(patience)).isEqualTo(1000);
    patience.lengthen();
    patience.lengthen();
    assertThat(millis(patience)).isEqualTo(3000);
    patience.reset();
    assertThat(millis(patience)).isEqualTo(500);
  }

  @Test
  void veryFirstConnection_mayTakeFourTimesAsLong() {
    ConnectPatience first = new ConnectPatience(POLICY, true);
    assertThat(millis(first)).isEqualTo(2000);
    first.reset();
    assertThat(millis(first)).isEqualTo(500);
  }
}
