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

    /** Sends it once more, unless it has ended. */
    void sendHedge();

    /** Takes back the hedges that still wait for a connection. */
    void withdrawHedges();

    /** This attempt has ended; called once for each. */
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

  /** A call that has not been started cannot be cancelled; it is as soon as it has been. */
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
    request.ifPresent(sent -> sent.cancel("not needed any more", null));
  }

  Optional<A> answer() {
    return answer;
  }

  boolean isUnsentHedge() {
    return isHedge() && !isSent();
  }

  /** Whether this attempt was answered after the first one had fallen silent. */
  boolean hasRescued() {
    return isHedge() && isAnswered();
  }

  /** Whether the connection has ended it, rather than the server. */
  boolean wasBroken(Status status) {
    return switch (status.getCode()) {
      case UNAVAILABLE, CANCELLED, UNKNOWN -> !isAnswered();
      default -> false;
    };
  }

  /** Another attempt of the same call was quicker: cancels this one. */
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
