package dev.poscart.web;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.poscart.domain.usecase.access.TokenAuthentication;
import java.time.Clock;
import java.util.List;

/** The routes for those who run the service: health, metrics, documentation and operation. */
final class OperatorRoutes {

  private final HealthRoutes health;
  private final StartRoutes start;
  private final HealthSource healthSource;
  private final MetricsSource metrics;
  private final OpsRoutes ops;
  private final DocumentationRoutes documentation = new DocumentationRoutes();

  OperatorRoutes(WebUseCases useCases, String version, Clock clock, LoginThrottle throttle) {
    TokenAuthentication tokens = useCases.access().tokens();
    this.health = new HealthRoutes(version, clock);
    this.start = new StartRoutes(useCases.browsers().start(), health);
    this.healthSource = useCases.health();
    this.metrics = useCases.metrics();
    this.ops = new OpsRoutes(useCases.browsers().ops(), tokens, throttle);
  }

  List<Route> routes() {
    return List.of(
        Route.open("/", start::start),
        Route.open("/health", request -> health.report(healthSource::details)),
        Route.open("/health/live", request -> health.report(healthSource::liveness)),
        Route.open("/health/ready", request -> health.report(healthSource::readiness)),
        Route.open("/metrics", request -> completedFuture(this::figures)),
        Route.open("/ops/state", ops::state),
        Route.open("/openapi.yaml", documentation::yaml),
        Route.open("/openapi.json", documentation::json),
        Route.open("/docs", documentation::page),
        Route.open("/docs/{file}", documentation::file));
  }

  private Answer figures() {
    return Answer.text(metrics.contentType(), metrics.text());
  }
}
