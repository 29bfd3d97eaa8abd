package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MINUTE;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The background jobs of an instance, at the same times as in the application. */
final class BackgroundJobs {

  private static final Duration OVERDUE = Duration.ofSeconds(3);
  private static final long RECOVERY_INTERVAL = 5 * SECOND;
  private static final long EVENT_INTERVAL = 5 * SECOND;
  private static final long REVIVE_INTERVAL = 2 * MINUTE;

  private final World world;
  private final InstanceLifetime lifetime;
  private final Set<String> waiting = new TreeSet<>();
  private Optional<Service> service = Optional.empty();
  private boolean recovered;
  private boolean publishing;

  BackgroundJobs(World world, InstanceLifetime lifetime) {
    this.world = world;
    this.lifetime = lifetime;
  }

  void start(Service own) {
    service = Optional.of(own);
    recover(own);
    every(EVENT_INTERVAL, () -> look(own));
    every(REVIVE_INTERVAL, () -> Shops.TENANTS.forEach(tenant -> revive(own, tenant)));
  }

  /** A transaction of this tenant was appended. */
  void wake(String tenantId) {
    waiting.add(tenantId);
    service.ifPresent(this::publish);
  }

  private void recover(Service own) {
    own.recovery()
        .run(Shops.TENANTS, recovered ? OVERDUE : Duration.ZERO)
        .whenComplete(
            (finished, failure) -> {
              recovered |= failure == null;
              if (failure == null && finished > 0) {
                world.tally().add("closings recovered", finished);
              }
              later(RECOVERY_INTERVAL, () -> recover(own));
            });
  }

  private void look(Service own) {
    waiting.addAll(Shops.TENANTS);
    publish(own);
  }

  /** One round at a time; later events are handled by the next. */
  private void publish(Service own) {
    if (publishing || waiting.isEmpty()) {
      return;
    }
    publishing = true;
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (String tenant : List.copyOf(waiting)) {
      waiting.remove(tenant);
      done = done.thenCompose(before -> publish(own, tenant));
    }
    var unused =
        done.thenAccept(
            through -> {
              publishing = false;
              later(0, () -> publish(own));
            });
  }

  private CompletionStage<Void> publish(Service own, String tenant) {
    return own.delivery()
        .run(tenant)
        .handle(
            (published, failure) -> {
              if (failure == null && published > 0) {
                waiting.add(tenant);
              }
              return null;
            });
  }

  private static void revive(Service own, String tenant) {
    var unused =
        own.delivery()
            .revive(tenant)
            .thenAccept(
                revived -> {
                  if (revived > 0) {
                    revive(own, tenant);
                  }
                });
  }

  private void every(long interval, Runnable body) {
    later(
        interval,
        () -> {
          body.run();
          every(interval, body);
        });
  }

  private void later(long in, Runnable body) {
    world
        .time()
        .in(
            in,
            () -> {
              if (!lifetime.isOver()) {
                body.run();
              }
            });
  }
}
