package dev.poscart.app.metrics;

import dev.poscart.adapters.grpc.ChannelState;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.app.metrics.Readings.CacheReading;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Meters of the item master: its channel, the calls on it, and look-ups answered without it. */
final class ItemMasterMetrics implements ItemMasterObserver {

  private static final String CHANNEL = "poscart.item.master.channel";

  private final MeterRegistry registry;
  private final StateHistory history;
  private final Counter created;
  private final Counter creationsFailed;
  private final Counter closed;
  private final Counter hits;
  private final Counter misses;
  private final Counter stale;
  private final Counter coalesced;
  private final Counter silentAndAnsweredElsewhere;
  private final Counter silentAndUnanswered;
  private final Timer rescued;
  private final Map<Outcome, Timer> lookups = new EnumMap<>(Outcome.class);
  private final Map<String, Timer> calls = new ConcurrentHashMap<>();

  ItemMasterMetrics(MeterRegistry registry, StateHistory history) {
    this.registry = registry;
    this.history = history;
    created = counter(CHANNEL + ".creations", "Channels created; 1 in a healthy process");
    creationsFailed =
        counter(CHANNEL + ".creation.failures", "Failed attempts to create a channel");
    closed = counter(CHANNEL + ".closings", "Channels closed");
    hits = counter("poscart.item.cache.hits", "Codes answered from the cache");
    misses = counter("poscart.item.cache.misses", "Codes not in the cache");
    stale = counter("poscart.item.stale", "Items sold from an expired cache entry");
    coalesced = counter("poscart.item.coalesced", "Codes that joined a look-up in progress");
    rescued =
        Timers.timer(
            registry,
            "poscart.item.master.rescued.calls",
            "Calls on a silent connection that another connection answered, from sending to"
                + " answer");
    silentAndAnsweredElsewhere = silentConnections("answered_elsewhere");
    silentAndUnanswered = silentConnections("unanswered");
    for (Outcome outcome : Outcome.values()) {
      lookups.put(
          outcome,
          Timers.timer(registry, "poscart.item.lookups", "Look-ups", "outcome", word(outcome)));
    }
    calls.put("OK", call("OK"));
  }

  private Counter counter(String name, String meaning) {
    return Counter.builder(name).description(meaning).register(registry);
  }

  private Counter silentConnections(String calls) {
    return Counter.builder("poscart.item.master.silent.connections")
        .description("Connections abandoned because they had gone silent")
        .tag("calls", calls)
        .register(registry);
  }

  private Timer call(String code) {
    return Timers.timer(registry, "poscart.item.master.calls", "gRPC calls", "code", code);
  }

  /** Registers one gauge per state; at most one of them is 1. */
  void show(ItemMasterStates states) {
    for (ChannelState state : ChannelState.values()) {
      gauge(
          CHANNEL + ".state",
          state.label(),
          () -> states.channel().get().equals(Optional.of(state)));
    }
    for (Breaker state : Breaker.values()) {
      gauge("poscart.item.breaker.state", word(state), () -> states.breaker().get() == state);
    }
  }

  Map<String, LatencyHistogram> lookupReadings() {
    Map<String, LatencyHistogram> readings = new HashMap<>();
    lookups.forEach((outcome, timer) -> readings.put(word(outcome), LatencyHistogram.of(timer)));
    return readings;
  }

  CacheReading cacheReading() {
    return new CacheReading(
        (long) hits.count(), (long) misses.count(), (long) coalesced.count(), (long) stale.count());
  }

  private void gauge(String name, String state, BooleanSupplier is) {
    Gauge.builder(name, () -> is.getAsBoolean() ? 1 : 0)
        .description("1 for the current state")
        .tag("state", state)
        .register(registry);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void channelCreated() {
    created.increment();
  }

  @Override
  public void channelCreationFailed() {
    creationsFailed.increment();
  }

  @Override
  public void channelClosed() {
    closed.increment();
  }

  @Override
  public void stateChanged(ChannelState from, ChannelState to) {
    history.add(StateChange.Part.CHANNEL, to.label());
    Counter.builder(CHANNEL + ".state.changes")
        .description("State changes of the channel")
        .tags("from", from.label(), "to", to.label())
        .register(registry)
        .increment();
  }

  @Override
  public void callEnded(String code, Duration duration) {
    calls.computeIfAbsent(code, this::call).record(duration);
  }

  @Override
  public void callRescued(Duration duration) {
    rescued.record(duration);
  }

  @Override
  public void silentConnectionLeft(SilentConnection connection) {
    history.add(StateChange.Part.CONNECTION_LEFT, connection.peer());
    if (connection.isAnsweredElsewhere()) {
      silentAndAnsweredElsewhere.increment();
    } else {
      silentAndUnanswered.increment();
    }
  }

  @Override
  public void lookupEnded(Outcome outcome, Duration duration) {
    Optional.ofNullable(lookups.get(outcome)).ifPresent(timer -> timer.record(duration));
  }

  @Override
  public void cacheHits(int codes) {
    hits.increment(codes);
  }

  @Override
  public void cacheMisses(int codes) {
    misses.increment(codes);
  }

  @Override
  public void coalesced(int codes) {
    coalesced.increment(codes);
  }

  @Override
  public void staleServed(int items) {
    stale.increment(items);
  }

  @Override
  public void breakerChanged(Breaker to) {
    // An open breaker tries every few seconds; that would soon be all the history there is.
    if (to != Breaker.HALF_OPEN) {
      history.add(StateChange.Part.BREAKER, word(to));
    }
    Counter.builder("poscart.item.breaker.changes")
        .description("State changes of the circuit breaker")
        .tag("to", word(to))
        .register(registry)
        .increment();
  }
}
