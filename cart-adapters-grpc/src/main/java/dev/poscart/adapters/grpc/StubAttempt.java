package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.CallAttempt;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One sending of a call on the generated stub. */
final class StubAttempt<A> extends CallAttempt implements ClientResponseObserver<Object, A> {

  /** The call that all its attempts belong to. */
  interface Call<A> {

    /** Sends the call again, unless it has ended. */
    void sendHedge();

    /** Cancels the hedges that still wait for a connection. */
    void withdrawHedges();

    /** An attempt has ended; called once per attempt. */
    void ended(StubAttempt<A> attempt, Status status);
  }

  private final Call<A> call;
  private Optional<ClientCallStreamObserver<Object>> request = Optional.empty();
  private Optional<A> answer = Optional.empty();
  // Both guarded by this.
  private boolean isStarted;
  private boolean isCancelled;

  /**
   * @param isHedge whether the same call is in flight on another connection
   */
  StubAttempt(Call<A> call, boolean isHedge) {
    super(isHedge);
    this.call = call;
  }

  /**
   * Sends the request.
   *
   * @param method sends it on a stub
   */
  void send(ItemServiceStub stub, BiConsumer<ItemServiceStub, StreamObserver<A>> method) {
    method.accept(stub.withOption(KEY, Optional.of(this)), this);
    boolean cancelNow;
    synchronized (this) {
      isStarted = true;
      cancelNow = isCancelled;
    }
    if (cancelNow) {
      cancelRequest();
    }
  }

  /**
   * A call cannot be cancelled before it has been started, so that happens right after its start.
   */
  void cancel() {
    boolean cancelNow;
    synchronized (this) {
      isCancelled = true;
      cancelNow = isStarted;
    }
    if (cancelNow) {
      cancelRequest();
    }
  }

  private void cancelRequest() {
    request.ifPresent(
        sent -> sent.cancel("another attempt was faster or the call has ended", null));
  }

  Optional<A> answer() {
    return answer;
  }

  boolean isUnsentHedge() {
    return isHedge() && !isSent();
  }

  /** Whether this is a hedge and was answered. */
  boolean hasRescued() {
    return isHedge() && isAnswered();
  }

  /** Whether the connection, not the server, has ended the attempt. */
  boolean wasBroken(Status status) {
    return switch (status.getCode()) {
      case UNAVAILABLE, CANCELLED, UNKNOWN -> !isAnswered();
      default -> false;
    };
  }

  /** Cancels this attempt, because another attempt of the same call was faster. */
  void outrunBy(StubAttempt<A> winner) {
    if (winner.isAnswered()) {
      markOutrun();
    }
    cancel();
  }

  @Override
  protected void hedge() {
    call.sendHedge();
  }

  @Override
  protected void withdrawHedges() {
    call.withdrawHedges();
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<Object> sent) {
    request = Optional.of(sent);
  }

  @Override
  public void onNext(A value) {
    answer = Optional.of(value);
  }

  @Override
  public void onCompleted() {
    call.ended(this, Status.OK);
  }

  @Override
  public void onError(Throwable t) {
    call.ended(this, Status.fromThrowable(t));
  }
}
