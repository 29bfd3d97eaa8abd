package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.CallAttempt;
import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One call, from sending to its end, told to the channel and the observer. It is sent once more
 * when its connection falls silent, and the first answer counts: a look-up changes nothing, so
 * asking twice does no harm.
 */
final class HedgedCall<A> {

  /** More connections than this do not fall silent one after another within a deadline. */
  private static final int MAX_ATTEMPTS = 5;

  private final ManagedItemMasterChannel channel;
  private final ItemMasterObserver observer;
  private final ItemServiceStub stub;
  private final BiConsumer<ItemServiceStub, StreamObserver<A>> method;
  private final Consumer<A> onAnswer;
  private final Consumer<Status> onFailure;
  private final long startNanos = System.nanoTime();

  // Both guarded by this.
  private final List<Attempt> inFlight = new ArrayList<>(1);
  private int attempts;
  private boolean hasEnded;

  /**
   * @param stub with the deadline for all attempts together
   * @param method sends the request on a stub
   * @param onAnswer exactly one of this and {@code onFailure} is called, once
   */
  HedgedCall(
      ManagedItemMasterChannel channel,
      ItemMasterObserver observer,
      ItemServiceStub stub,
      BiConsumer<ItemServiceStub, StreamObserver<A>> method,
      Consumer<A> onAnswer,
      Consumer<Status> onFailure) {
    this.channel = channel;
    this.observer = observer;
    this.stub = stub;
    this.method = method;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
  }

  void start() {
    send(false);
  }

  private void send(boolean isHedge) {
    Attempt attempt;
    synchronized (this) {
      if (hasEnded || attempts == MAX_ATTEMPTS) {
        return;
      }
      attempts++;
      attempt = new Attempt(isHedge);
      inFlight.add(attempt);
    }
    attempt.send();
  }

  /** Takes back what still waits for a connection, as long as the call is in flight besides. */
  private void withdrawHedges() {
    List<Attempt> unsent;
    synchronized (this) {
      unsent = inFlight.stream().filter(Attempt::isUnsentHedge).toList();
      if (unsent.size() == inFlight.size()) {
        return;
      }
      inFlight.removeAll(unsent);
      attempts -= unsent.size();
    }
    unsent.forEach(Attempt::cancel);
  }

  /**
   * An attempt has ended. What the connection has done to it is not the end of the call while
   * another one is in flight; what the server has said is.
   */
  private void ended(Attempt attempt, Status status) {
    List<Attempt> outrun;
    synchronized (this) {
      if (!inFlight.remove(attempt) || hasEnded) {
        return;
      }
      if (!inFlight.isEmpty() && attempt.wasBroken(status)) {
        return;
      }
      hasEnded = true;
      outrun = List.copyOf(inFlight);
      inFlight.clear();
    }
    // The till first.
    tell(attempt, status);
    outrun.forEach(other -> other.outrunBy(attempt));
  }

  private void tell(Attempt attempt, Status status) {
    Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
    channel.callEnded(status.getCode(), startNanos);
    observer.callEnded(status.getCode().name(), duration);
    if (attempt.hasRescued()) {
      observer.callRescued(duration);
    }
    if (status.isOk()) {
      attempt.answer.ifPresentOrElse(onAnswer, () -> onFailure.accept(Status.DATA_LOSS));
    } else {
      onFailure.accept(status);
    }
  }

  /** One sending of the call. */
  private final class Attempt extends CallAttempt implements ClientResponseObserver<Object, A> {

    private Optional<ClientCallStreamObserver<Object>> request = Optional.empty();
    private Optional<A> answer = Optional.empty();
    // Both guarded by this.
    private boolean isStarted;
    private boolean isCancelled;

    Attempt(boolean isHedge) {
      super(isHedge);
    }

    void send() {
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
      request.ifPresent(call -> call.cancel("not needed any more", null));
    }

    boolean isUnsentHedge() {
      return isHedge() && !isSent();
    }

    boolean hasRescued() {
      return isHedge() && isAnswered();
    }

    boolean wasBroken(Status status) {
      return switch (status.getCode()) {
        case UNAVAILABLE, CANCELLED, UNKNOWN -> !isAnswered();
        default -> false;
      };
    }

    void outrunBy(Attempt winner) {
      if (winner.isAnswered()) {
        markOutrun();
      }
      cancel();
    }

    @Override
    protected void hedge() {
      HedgedCall.this.send(true);
    }

    @Override
    protected void withdrawHedges() {
      HedgedCall.this.withdrawHedges();
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Object> call) {
      request = Optional.of(call);
    }

    @Override
    public void onNext(A value) {
      answer = Optional.of(value);
    }

    @Override
    public void onCompleted() {
      ended(this, Status.OK);
    }

    @Override
    public void onError(Throwable t) {
      ended(this, Status.fromThrowable(t));
    }
  }
}
