package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.SilentConnection;
import dev.poscart.adapters.grpc.lookup.LookupObserver;
import dev.poscart.adapters.grpc.lookup.LookupPolicy;
import dev.poscart.domain.port.ItemMasterPort;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The way in: one for the process, owned by the life cycle. Opening it neither connects nor makes a
 * channel; the first look-up does.
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
    timer = Executors.newSingleThreadScheduledExecutor(ItemMasterAdapter::timerThread);
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

  /** Opens the adapter. */
  public static ItemMasterAdapter open(ItemMasterConfig config, ItemMasterObserver observer) {
    return open(config, observer, new NettyChannels());
  }

  static ItemMasterAdapter open(
      ItemMasterConfig config, ItemMasterObserver observer, ChannelFactory factory) {
    return new ItemMasterAdapter(config, observer, factory);
  }

  private static Thread timerThread(Runnable work) {
    Thread thread = new Thread(work, "item-master-timer");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The item master. Its stages are completed on network threads: leave them before anything slow.
   */
  public ItemMasterPort port() {
    return policy.port();
  }

  /**
   * Connects and makes the configured number of priming calls in the background, so that the first
   * look-up is as fast as the others. A start need not wait for it. Goes on until the first call is
   * answered, trying to connect once a second.
   *
   * @return the number of calls answered, once they are; 0 if the adapter ends before; never fails
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
      // The life is over before it began.
      answered.complete(0);
    }
    return answered;
  }

  /** How the channel is doing; empty if there is none. Never makes one. */
  public Optional<ChannelState> state() {
    return shared.state();
  }

  /** Whether the item master was reached, be it lost since. */
  public boolean wasReached() {
    return shared.hasConnected();
  }

  /** The last connection that was left because it was silent; empty if there was none. */
  public Optional<SilentConnection> lastSilentConnection() {
    return events.lastSilent();
  }

  /** How the circuit breaker is set; closed if there is none. */
  public LookupObserver.Breaker breaker() {
    return policy.breaker();
  }

  /** How many channels were made since the start; one, in a healthy process. */
  public long channelsCreated() {
    return shared.created();
  }

  /** How many channels were closed since the start. */
  public long channelsClosed() {
    return shared.closed();
  }

  /**
   * Closes the channel, if there is one; a later look-up makes a new one. May be called again.
   *
   * @param reason for the log
   * @return done within the drain time-out and a second; never fails
   */
  public CompletionStage<Void> close(String reason) {
    return shared.close(reason);
  }

  /**
   * Ends the life of the adapter: closes the channel and refuses later look-ups. May be called
   * again.
   *
   * @param reason for the log
   * @return done within the drain time-out and a second; never fails
   */
  public CompletionStage<Void> end(String reason) {
    return shared.end(reason).thenRun(timer::shutdown);
  }
}
