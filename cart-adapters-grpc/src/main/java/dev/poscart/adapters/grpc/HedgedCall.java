package dev.poscart.adapters.grpc;

import dev.poscart.proto.ItemServiceGrpc.ItemServiceStub;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A call to the item master, from sending to its end, reported to the channel and the observer. It
 * is sent again when its connection falls silent, and the first response counts: a look-up changes
 * nothing, so repeating it does no harm.
 */
final class HedgedCall<A> implements StubAttempt.Call<A> {

  /** Within one deadline, hardly more connections than this fall silent one after another. */
  private static final int MAX_ATTEMPTS = 5;

  private final ManagedItemMasterChannel channel;
  private final ItemMasterObserver observer;
  private final ItemServiceStub stub;
  private final BiConsumer<ItemServiceStub, StreamObserver<A>> method;
  private final Consumer<A> onAnswer;
  private final Consumer<Status> onFailure;
  private final long startNanos = System.nanoTime();

  // Both guarded by this.
  private final List<StubAttempt<A>> inFlight = new ArrayList<>(1);
  private int attempts;
  private boolean hasEnded;

  /**
   * @param stub with the deadline for all attempts together
   * @param method sends the request on a stub
   * @param onAnswer either this or {@code onFailure} is called, exactly once
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

  @Override
  public void sendHedge() {
    send(true);
  }

  private void send(boolean isHedge) {
    StubAttempt<A> attempt;
    synchronized (this) {
      if (hasEnded || attempts == MAX_ATTEMPTS) {
        return;
      }
      attempts++;
      attempt = new StubAttempt<>(this, isHedge);
      inFlight.add(attempt);
    }
    attempt.send(stub, method);
  }

  /**
   * Cancels the hedges that still wait for a connection, provided that another attempt is in
   * flight.
   */
  @Override
  public void withdrawHedges() {
    List<StubAttempt<A>> unsent;
    synchronized (this) {
      unsent = inFlight.stream().filter(StubAttempt::isUnsentHedge).toList();
      if (unsent.size() == inFlight.size()) {
        return;
      }
      inFlight.removeAll(unsent);
      attempts -= unsent.size();
    }
    unsent.forEach(StubAttempt::cancel);
  }

  /**
   * An attempt has ended. While other attempts are in flight, a broken connection does not end the
   * call; a response of the server does.
   */
  @Override
  public void ended(StubAttempt<A> attempt, Status status) {
    List<StubAttempt<A>> outrun = List.of();
    synchronized (this) {
      if (!inFlight.remove(attempt) || hasEnded) {
        return;
      }
      if (!inFlight.isEmpty()) {
        if (attempt.wasBroken(status)) {
          return;
        }
        outrun = List.copyOf(inFlight);
        inFlight.clear();
      }
      hasEnded = true;
    }
    // The caller gets the response first.
    tell(attempt, status);
    outrun.forEach(other -> other.outrunBy(attempt));
  }

  private void tell(StubAttempt<A> attempt, Status status) {
    Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
    channel.callEnded(status.getCode(), startNanos);
    observer.callEnded(status.getCode().name(), duration);
    if (attempt.hasRescued()) {
      observer.callRescued(duration);
    }
    if (status.isOk()) {
      attempt.answer().ifPresentOrElse(onAnswer, () -> onFailure.accept(Status.DATA_LOSS));
    } else {
      onFailure.accept(status);
    }
  }
}
