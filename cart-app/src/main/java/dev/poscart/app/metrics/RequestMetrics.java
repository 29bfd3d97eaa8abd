package dev.poscart.app.metrics;

import dev.poscart.web.RequestObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Timers of requests by method, route and status. */
final class RequestMetrics implements RequestObserver {

  private record Key(String method, String route, int status) {}

  private final MeterRegistry registry;
  private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void requestEnded(String method, String route, int status, Duration duration) {
    timers.computeIfAbsent(new Key(method, route, status), this::timer).record(duration);
  }

  private Timer timer(Key key) {
    return Timers.timer(
        registry,
        "poscart.http.requests",
        "Answered requests",
        "method",
        key.method(),
        "route",
        key.route(),
        "status",
        String.valueOf(key.status()));
  }
}
