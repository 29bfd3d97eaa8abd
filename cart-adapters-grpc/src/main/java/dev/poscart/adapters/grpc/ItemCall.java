package dev.poscart.adapters.grpc;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One call on the wire, from sending to its end, told to the channel and the observer. */
final class ItemCall<A> implements StreamObserver<A> {

  private final ManagedItemMasterChannel channel;
  private final ItemMasterObserver observer;
  private final Consumer<A> onAnswer;
  private final Consumer<Status> onFailure;
  private final long startNanos = System.nanoTime();
  private Optional<A> answer = Optional.empty();

  /**
   * @param onAnswer exactly one of this and {@code onFailure} is called, once
   */
  ItemCall(
      ManagedItemMasterChannel channel,
      ItemMasterObserver observer,
      Consumer<A> onAnswer,
      Consumer<Status> onFailure) {
    this.channel = channel;
    this.observer = observer;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
  }

  @Override
  public void onNext(A value) {
    answer = Optional.of(value);
  }

  @Override
  public void onCompleted() {
    ended(Status.Code.OK);
    answer.ifPresentOrElse(onAnswer, () -> onFailure.accept(Status.DATA_LOSS));
  }

  @Override
  public void onError(Throwable t) {
    Status status = Status.fromThrowable(t);
    ended(status.getCode());
    onFailure.accept(status);
  }

  private void ended(Status.Code code) {
    channel.callEnded(code, startNanos);
    observer.callEnded(code.name(), Duration.ofNanos(System.nanoTime() - startNanos));
  }
}
