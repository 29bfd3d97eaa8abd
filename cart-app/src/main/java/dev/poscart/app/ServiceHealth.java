package dev.poscart.app;

import dev.poscart.adapters.grpc.ChannelState;
import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.adapters.grpc.lookup.LookupObserver;
import dev.poscart.app.metrics.EventBacklog;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TenantFaults;
import dev.poscart.web.HealthReport;
import dev.poscart.web.HealthReport.Check;
import dev.poscart.web.HealthSource;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Reports the health of the service's parts. The checks change nothing. */
final class ServiceHealth implements HealthSource {

  /** What a channel that has not failed is before it is connected for the first time. */
  private static final Set<ChannelState> STARTING =
      EnumSet.of(ChannelState.IDLE, ChannelState.CONNECTING);

  private static final Duration BOUND = Duration.ofSeconds(3);
  private static final List<String> JOBS =
      List.of("finish_closings", "publish_events", "remove_carts");

  private final StoreSet storeSet;
  private final ItemMasterLink itemMaster;
  private final ItemMasterWarmUp warmUp;
  private final RecoveryJob recovery;
  private final OutboxRelay relay;
  private final boolean looksForCarts;
  private volatile boolean stopping;

  /**
   * @param looksForCarts whether kugelpos's carts are looked for in a state store
   */
  ServiceHealth(
      StoreSet storeSet,
      ItemMasterLink itemMaster,
      ItemMasterWarmUp warmUp,
      RecoveryJob recovery,
      OutboxRelay relay,
      boolean looksForCarts) {
    this.storeSet = storeSet;
    this.itemMaster = itemMaster;
    this.warmUp = warmUp;
    this.recovery = recovery;
    this.relay = relay;
    this.looksForCarts = looksForCarts;
  }

  /** That the process answers is proof enough. */
  @Override
  public CompletionStage<HealthReport> liveness() {
    return CompletableFuture.completedFuture(HealthReport.HEALTHY);
  }

  /** Reports "not ready" from now on, although requests in flight are still being served. */
  void stopping() {
    stopping = true;
  }

  /**
   * Losing the item master after startup does not make the service unready: cached items can still
   * be sold. As all instances share the item master, a load balancer would take all of them out of
   * service.
   */
  @Override
  public CompletionStage<HealthReport> readiness() {
    if (stopping) {
      return CompletableFuture.completedFuture(
          new HealthReport(Map.of("service", Check.unhealthy("the service is stopping"))));
    }
    return database()
        .thenApply(
            database -> {
              Map<String, Check> checks = new LinkedHashMap<>();
              checks.put(storeSet.database(), withTenants(database, faults -> !faults.isTotal()));
              if (warmUp.isMissing()) {
                checks.put("item_master", itemMaster());
              }
              checks.put("events", events());
              checks.put("background_jobs", backgroundJobs());
              return new HealthReport(checks);
            });
  }

  /**
   * All parts, including those under the names of kugelpos's checks, which monitors look for. Carts
   * that kugelpos left open are looked for in the sidecar's state store; none is stored there.
   */
  @Override
  public CompletionStage<HealthReport> details() {
    return database()
        .thenApply(
            database -> {
              Map<String, Check> checks = new LinkedHashMap<>();
              checks.put(storeSet.database(), withTenants(database, faults -> false));
              checks.put("item_master", itemMaster());
              checks.put("dapr_sidecar", publisher());
              checks.put(
                  "dapr_cartstore",
                  Check.dispensable(Map.of("used", looksForCarts), Optional.empty()));
              checks.put("dapr_pubsub_tranlog", publisher());
              checks.put("events", events());
              checks.put("background_jobs", backgroundJobs());
              return new HealthReport(checks);
            });
  }

  /** The check of the database with the faults of tenants, which may leave it healthy. */
  private Check withTenants(Check database, Predicate<TenantFaults> isHealthy) {
    TenantFaults faults = storeSet.tenantFaults();
    Map<String, String> causes = new TreeMap<>(faults.causes());
    if (causes.isEmpty() || !database.healthy()) {
      return database;
    }
    List<String> tenants =
        causes.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
    return database.with(
        isHealthy.test(faults),
        Map.of("unusable_tenants", tenants),
        tenants.size() + " tenants cannot be served; see unusable_tenants");
  }

  private Check publisher() {
    return Check.dispensable(Map.of("configured", relay.publishes()), relay.publisherFailure());
  }

  private CompletionStage<Check> database() {
    long asked = System.nanoTime();
    return storeSet
        .health()
        .toCompletableFuture()
        .copy()
        .orTimeout(BOUND.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (loss, failure) ->
                failure == null
                    ? loss.map(Check::unhealthy)
                        .orElseGet(() -> Check.healthy(Duration.ofNanos(System.nanoTime() - asked)))
                    : Check.unhealthy("the database does not answer"));
  }

  private Check itemMaster() {
    return itemMaster.channel().map(this::channel).orElseGet(this::restService);
  }

  /** Without a channel, only the circuit breaker tells. */
  private Check restService() {
    boolean healthy = itemMaster.breaker().get() != LookupObserver.Breaker.OPEN;
    return Check.required(Map.of("transport", "rest"), itemMasterError(healthy));
  }

  private Check channel(ItemMasterAdapter adapter) {
    Optional<ChannelState> state = adapter.state();
    // Until the item master has been reached for the first time, only READY is healthy; afterwards
    // an idle channel is as well.
    boolean healthy =
        state.equals(Optional.of(ChannelState.READY))
            || (!warmUp.isMissing() && !state.equals(Optional.of(ChannelState.TRANSIENT_FAILURE)));
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("starting", !healthy && state.map(STARTING::contains).orElse(true));
    details.put("channel_state", state.map(s -> s.label().toUpperCase(Locale.ROOT)).orElse("NONE"));
    details.put("channels_created", adapter.channelsCreated());
    details.put("channels_closed", adapter.channelsClosed());
    adapter.lastSilentConnection().ifPresent(last -> addTo(details, last));
    return Check.required(details, itemMasterError(healthy));
  }

  private static Optional<String> itemMasterError(boolean healthy) {
    return healthy ? Optional.empty() : Optional.of("the item master does not answer");
  }

  private static void addTo(Map<String, Object> details, SilentConnection last) {
    details.put("last_silence_at", last.leftAt().truncatedTo(ChronoUnit.MILLIS).toString());
    details.put("last_silence_peer", last.peer());
    details.put("last_silence_ms", last.silence().toMillis());
    details.put("last_silence_calls", last.calls());
    details.put("last_silence_answered_elsewhere", last.isAnsweredElsewhere());
  }

  /**
   * Peer services that receive events late do not stop sales, so this check is always healthy and
   * only reports numbers.
   */
  private Check events() {
    EventBacklog backlog = relay.backlog();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("publisher", relay.publishes());
    details.put("waiting", backlog.waiting());
    details.put("parked", backlog.parked());
    details.put("unacknowledged", backlog.unacknowledged());
    return new Check(
        true,
        Optional.empty(),
        details,
        backlog.parked() == 0
            ? Optional.empty()
            : Optional.of(backlog.parked() + " events are parked"),
        true);
  }

  private Check backgroundJobs() {
    boolean complete = recovery.isComplete();
    return Check.required(
        Map.of("scheduler_running", true, "job_count", JOBS.size(), "job_names", JOBS),
        complete ? Optional.empty() : Optional.of("interrupted closings are still being finished"));
  }
}
