package dev.poscart.app.metrics;

import dev.poscart.app.metrics.Readings.RequestKind;
import dev.poscart.web.RequestObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Timers of requests by method, route and status. */
final class RequestMetrics implements RequestObserver {

  private final MeterRegistry registry;
  private final Map<RequestKind, Timer> timers = new ConcurrentHashMap<>();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void requestEnded(String method, String route, int status, Duration duration) {
    timers.computeIfAbsent(new RequestKind(method, route, status), this::timer).record(duration);
  }

  Map<RequestKind, LatencyHistogram> readings() {
    Map<RequestKind, LatencyHistogram> readings = new HashMap<>();
    timers.forEach((kind, timer) -> readings.put(kind, LatencyHistogram.of(timer)));
    return readings;
  }

  private Timer timer(RequestKind kind) {
    return Timers.timer(
        registry,
        "poscart.http.requests",
        "Answered requests",
        "method",
        kind.method(),
        "route",
        kind.route(),
        "status",
        String.valueOf(kind.status()));
  }
}
