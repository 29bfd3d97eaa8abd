package dev.poscart.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.poscart.app.metrics.Readings.RequestKind;
import dev.poscart.web.RequestObserver;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quantiles between two readings, worked out by hand from the bounds 1, 2, 5, 10, 20 ms ... */
class LatencyHistogramTest {

  private static final RequestKind CARTS = new RequestKind("GET", "/api/v1/carts", 200);

  private final ServiceMetrics metrics = new ServiceMetrics();
  private final RequestObserver requests = metrics.requests();

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void quantiles_areLinearWithinABucket() {
    record(4, 3, 4, 4);
    LatencyHistogram all = carts();
    assertThat(all.count()).isEqualTo(4);
    // Half of the four between 2 and 5 ms.
    assertThat(all.quantileMillis(0.5).getAsDouble()).isCloseTo(3.5, within(1e-9));
    record(15, 15, 15, 15);
    // The last of eight is at 7.92: 3.92 of the four between 10 and 20 ms.
    assertThat(carts().quantileMillis(0.99).getAsDouble()).isCloseTo(19.8, within(1e-9));
  }

  @Test
  void durationsBeyondTheLastBound_areThere() {
    record(60_000);
    assertThat(carts().quantileMillis(0.5)).hasValue(10_000);
  }

  @Test
  void withoutDurations_thereIsNoQuantile() {
    assertThat(LatencyHistogram.EMPTY.quantileMillis(0.5)).isEmpty();
    record(1);
    assertThat(carts().minus(carts()).quantileMillis(0.5)).isEmpty();
  }

  @Test
  void readings_areWhatWasCountedInBetween() {
    record(1_500, 1_500);
    Readings earlier = metrics.readings();
    record(1);
    requests.requestEnded("POST", "/api/v1/carts", 503, Duration.ofMillis(8));
    Readings since = metrics.readings().minus(earlier);

    assertThat(since.requests(CARTS::equals).count()).isEqualTo(1);
    assertThat(since.requests(CARTS::equals).quantileMillis(1)).hasValue(1);
    assertThat(since.requests(kind -> kind.status() >= 500).count()).isEqualTo(1);
    assertThat(since.requests(kind -> true).count()).isEqualTo(2);
  }

  private void record(int... millis) {
    for (int each : millis) {
      requests.requestEnded("GET", "/api/v1/carts", 200, Duration.ofMillis(each));
    }
  }

  private LatencyHistogram carts() {
    return metrics.readings().requests(CARTS::equals);
  }
}
