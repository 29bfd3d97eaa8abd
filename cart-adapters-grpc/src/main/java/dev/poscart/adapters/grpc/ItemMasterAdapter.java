package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.adapters.grpc.lookup.LookupObserver;
import dev.poscart.adapters.grpc.lookup.LookupPolicy;
import dev.poscart.domain.port.ItemMasterPort;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * The entry point of the item master adapter. Create one per process; the life cycle closes it. The
 * first look-up creates the channel and connects.
 */
public final class ItemMasterAdapter {

  private final ItemMasterConfig config;
  private final ChannelEvents events;
  private final SharedChannel shared;
  private final LookupPolicy policy;
  private final ScheduledExecutorService timer;

  private ItemMasterAdapter(
      ItemMasterConfig config, ItemMasterObserver observer, ChannelFactory factory) {
    this.config = config;
    timer = LookupPolicy.timer();
    events = new ChannelEvents(observer);
    shared = new SharedChannel(config, factory, events, timer);
    BatchSupport batchSupport = new BatchSupport(config.batching(), System::nanoTime);
    policy =
        LookupPolicy.over(
            new GrpcItemMaster(shared, batchSupport, observer),
            config.lookup(),
            observer,
            shared::demand,
            timer);
    events.relayTo(policy);
  }

  /** Creates the adapter. */
  public static ItemMasterAdapter open(ItemMasterConfig config, ItemMasterObserver observer) {
    return open(config, observer, Map::of);
  }

  /**
   * Creates the adapter.
   *
   * @param callHeaders headers to send with a call, asked for in the thread that begins it
   */
  public static ItemMasterAdapter open(
      ItemMasterConfig config,
      ItemMasterObserver observer,
      Supplier<Map<String, String>> callHeaders) {
    return open(config, observer, new NettyChannels(callHeaders));
  }

  static ItemMasterAdapter open(
      ItemMasterConfig config, ItemMasterObserver observer, ChannelFactory factory) {
    return new ItemMasterAdapter(config, observer, factory);
  }

  /** The item master. Its stages complete on network threads, which must not be blocked. */
  public ItemMasterPort port() {
    return policy.port();
  }

  /**
   * Forgets the cached items of a tenant.
   *
   * @param storeCode only of this store; empty: of all stores
   */
  public void clear(String tenantId, Optional<String> storeCode) {
    policy.clear(tenantId, storeCode);
  }

  /**
   * Connects and makes the configured number of priming calls in the background, so that the first
   * look-up is as fast as any other. Startup need not wait for it. Repeats until the first call is
   * answered, trying to connect once a second.
   *
   * @return the number of answered calls, once priming is over; 0 if the adapter is closed first;
   *     never fails
   */
  public CompletionStage<Integer> prime() {
    if (config.primingCalls() == 0) {
      return CompletableFuture.completedStage(0);
    }
    CompletableFuture<Integer> answered = new CompletableFuture<>();
    try {
      timer.execute(
          () ->
              new ChannelPriming(shared, config.primingCalls(), timer)
                  .start()
                  .thenAccept(answered::complete));
    } catch (RejectedExecutionException e) {
      // The adapter has already been closed.
      answered.complete(0);
    }
    return answered;
  }

  /** The state of the channel; empty if there is none. Does not create one. */
  public Optional<ChannelState> state() {
    return shared.state();
  }

  /** Whether the item master has ever been reached. */
  public boolean wasReached() {
    return shared.hasConnected();
  }

  /** The last connection that was abandoned because it was silent; empty if there was none. */
  public Optional<SilentConnection> lastSilentConnection() {
    return events.lastSilent();
  }

  /** The state of the circuit breaker; closed if it is disabled. */
  public LookupObserver.Breaker breaker() {
    return policy.breaker();
  }

  /** The number of channels created since the start; 1 in a healthy process. */
  public long channelsCreated() {
    return shared.created();
  }

  /** The number of channels closed since the start. */
  public long channelsClosed() {
    return shared.closed();
  }

  /**
   * Closes the channel, if there is one; the next look-up creates a new one. Idempotent.
   *
   * @param reason for the log
   * @return completes within the drain timeout plus a second; never fails
   */
  public CompletionStage<Void> close(String reason) {
    return shared.close(reason);
  }

  /**
   * Closes the channel for good; later look-ups are refused. Idempotent.
   *
   * @param reason for the log
   * @return completes within the drain timeout plus a second; never fails
   */
  public CompletionStage<Void> end(String reason) {
    return shared.end(reason).thenRun(timer::shutdown);
  }
}
