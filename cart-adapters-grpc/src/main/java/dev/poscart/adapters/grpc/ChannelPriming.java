package dev.poscart.adapters.grpc;

import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls in the background, one after another, with an empty tenant and code. The responses do
 * not matter: the calls load classes and establish the connection before the first sale. The first
 * call is repeated until it is answered, because an instance waiting for the item master may
 * receive no requests until then; after that, the first call without an answer ends the priming.
 */
final class ChannelPriming implements StreamObserver<ItemDetailResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelPriming.class);

  private static final long CONNECT_EVERY_MILLIS = 1_000;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final SharedChannel shared;
  private final CompletableFuture<Integer> answered = new CompletableFuture<>();
  private final int target;
  private final ScheduledExecutorService timer;
  private int done;
  private long pauseMillis = CONNECT_EVERY_MILLIS;

  ChannelPriming(SharedChannel shared, int target, ScheduledExecutorService timer) {
    this.shared = shared;
    this.target = target;
    this.timer = timer;
  }

  /** Starts calling. The result is the number of answered calls and never fails. */
  CompletionStage<Integer> start() {
    next();
    later(CONNECT_EVERY_MILLIS, this::connectOnce);
    return answered;
  }

  private void connectOnce() {
    if (!answered.isDone()) {
      shared.connectOnce();
      later(CONNECT_EVERY_MILLIS, this::connectOnce);
    }
  }

  private void later(long millis, Runnable work) {
    try {
      var unused = timer.schedule(work, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The adapter has been closed.
      answered.complete(done);
    }
  }

  private void next() {
    if (done == target) {
      answered.complete(done);
      return;
    }
    try {
      shared.channel().stub().getItemDetail(ItemDetailRequest.getDefaultInstance(), this);
    } catch (PortException e) {
      stop(e);
    }
  }

  @Override
  public void onNext(ItemDetailResponse value) {}

  @Override
  public void onCompleted() {
    done++;
    next();
  }

  @Override
  public void onError(Throwable t) {
    switch (Status.fromThrowable(t).getCode()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED -> stop(t);
      default -> onCompleted();
    }
  }

  private void stop(Throwable cause) {
    LOG.debug("item master channel not primed after {} calls", done, cause);
    if (done == 0) {
      later(pauseMillis, this::next);
      pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    } else {
      answered.complete(done);
    }
  }
}
