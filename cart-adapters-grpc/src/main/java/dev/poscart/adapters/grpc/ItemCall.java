package dev.poscart.adapters.grpc;

import dev.poscart.domain.port.PortException;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;

/** One call for one code, from sending to its answer in the collector. */
final class ItemCall implements StreamObserver<ItemDetailResponse> {

  private final String itemCode;
  private final ItemCollector collector;
  private final ItemMasterObserver observer;
  private final long startNanos = System.nanoTime();
  private Optional<ItemDetailResponse> answer = Optional.empty();

  ItemCall(String itemCode, ItemCollector collector, ItemMasterObserver observer) {
    this.itemCode = itemCode;
    this.collector = collector;
    this.observer = observer;
  }

  @Override
  public void onNext(ItemDetailResponse value) {
    answer = Optional.of(value);
  }

  @Override
  public void onCompleted() {
    ended(Status.Code.OK);
    try {
      collector.answered(itemCode, answer.flatMap(value -> ItemAnswer.read(itemCode, value)));
    } catch (PortException e) {
      collector.failed(e);
    }
  }

  @Override
  public void onError(Throwable t) {
    Status status = Status.fromThrowable(t);
    ended(status.getCode());
    if (status.getCode() == Status.Code.NOT_FOUND) {
      collector.answered(itemCode, Optional.empty());
    } else {
      collector.failed(ItemAnswer.failure(itemCode, status));
    }
  }

  private void ended(Status.Code code) {
    observer.callEnded(code.name(), Duration.ofNanos(System.nanoTime() - startNanos));
  }
}
