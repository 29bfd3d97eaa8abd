package dev.poscart.adapters.grpc;

import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that nobody waits for, one after another, for the empty code of the empty tenant: the
 * answer does not matter, only that classes are loaded and the connection is up before the first
 * customer. Stops at the first call that reached nobody.
 */
final class ChannelPriming implements StreamObserver<ItemDetailResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(ChannelPriming.class);

  private final ItemMasterChannel channel;
  private final CompletableFuture<Integer> answered = new CompletableFuture<>();
  private final int wanted;
  private int done;

  ChannelPriming(ItemMasterChannel channel, int wanted) {
    this.channel = channel;
    this.wanted = wanted;
  }

  /** Starts calling; the result is the number of calls answered and never fails. */
  CompletionStage<Integer> start() {
    next();
    return answered;
  }

  private void next() {
    if (done == wanted) {
      answered.complete(done);
      return;
    }
    try {
      channel.connection().stub().getItemDetail(ItemDetailRequest.getDefaultInstance(), this);
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
    answered.complete(done);
  }
}
