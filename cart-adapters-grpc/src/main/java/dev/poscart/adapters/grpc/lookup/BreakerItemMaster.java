package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.domain.port.PortException.Category.UNAVAILABLE;

import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.IllegalStateTransitionException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A circuit breaker: rejects look-ups at once while the item master fails or is slow. A slow
 * look-up counts as failed while it is still waiting, so a hanging server is detected before the
 * first deadlines pass. The breaker evaluates only whether the item master can be reached and
 * responds in time: an error that it reports for one item says nothing about others, so it counts
 * as a response.
 */
final class BreakerItemMaster implements ItemMasterPort {

  private final ItemMasterPort master;
  private final Runnable onRefused;
  private final SlowCallDetector slowCalls;
  private final CircuitBreaker breaker;
  private final long openForNanos;
  private volatile long openUntilNanos;

  /**
   * @param onRefused runs for each rejected look-up
   * @param timer detects slow look-ups
   */
  BreakerItemMaster(
      ItemMasterPort master,
      BreakerConfig config,
      LookupObserver observer,
      Runnable onRefused,
      ScheduledExecutorService timer,
      LongSupplier clock) {
    this.master = master;
    this.onRefused = onRefused;
    slowCalls = new SlowCallDetector(config.slowAfter(), timer, clock);
    breaker = CircuitBreaker.of("item-master", rules(config));
    openForNanos = config.openFor().toNanos();
    openUntilNanos = breaker.getCurrentTimestamp();
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              openUntilNanos = breaker.getCurrentTimestamp() + openForNanos;
              observer.breakerChanged(state(event.getStateTransition().getToState()));
            });
  }

  private static CircuitBreakerConfig rules(BreakerConfig config) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(config.window())
        .minimumNumberOfCalls(config.least())
        .failureRateThreshold(config.failurePercent())
        .waitDurationInOpenState(config.openFor())
        .permittedNumberOfCallsInHalfOpenState(config.probes())
        .writableStackTraceEnabled(false)
        .build();
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    if (!breaker.tryAcquirePermission()) {
      onRefused.run();
      return CompletableFuture.failedStage(refusal());
    }
    SlowCallDetector.Timing timing = slowCalls.start(this::tookTooLong);
    return master
        .findItems(terminal, itemCodes)
        .whenComplete(
            (items, failure) -> {
              if (timing.finish()) {
                ended(Optional.ofNullable(failure));
              }
            });
  }

  private void tookTooLong() {
    breaker.onError(0, TimeUnit.NANOSECONDS, new TimeoutException("slow look-up"));
  }

  private void ended(Optional<Throwable> failure) {
    Optional<Throwable> outage = failure.filter(Failures::isOutage);
    // The duration is irrelevant here: the detector of slow calls has found it to be in time.
    if (outage.isPresent()) {
      breaker.onError(0, TimeUnit.NANOSECONDS, Stages.cause(outage.get()));
    } else {
      breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }
  }

  /** A rejection that says when to retry, as far as that is known. */
  private PortException refusal() {
    long left = state() == Breaker.OPEN ? openUntilNanos - breaker.getCurrentTimestamp() : 0;
    return new PortException(
        "item-master", UNAVAILABLE, "circuit breaker is open", Duration.ofNanos(Math.max(0, left)));
  }

  /** Lets a few look-ups through at once, because the item master is probably back. */
  void reconsider() {
    if (breaker.getState() != CircuitBreaker.State.OPEN) {
      return;
    }
    try {
      breaker.transitionToHalfOpenState();
    } catch (IllegalStateTransitionException e) {
      // The breaker has just left the open state by itself.
    }
  }

  /** Opens the breaker at once, because the item master is known not to respond. */
  void trip() {
    try {
      if (breaker.getState() != CircuitBreaker.State.OPEN) {
        breaker.transitionToOpenState();
      }
    } catch (IllegalStateTransitionException e) {
      // The breaker has just opened by itself.
    }
  }

  Breaker state() {
    return state(breaker.getState());
  }

  private static Breaker state(CircuitBreaker.State state) {
    return switch (state) {
      case CLOSED, DISABLED, METRICS_ONLY -> Breaker.CLOSED;
      case OPEN, FORCED_OPEN -> Breaker.OPEN;
      case HALF_OPEN -> Breaker.HALF_OPEN;
    };
  }
}
