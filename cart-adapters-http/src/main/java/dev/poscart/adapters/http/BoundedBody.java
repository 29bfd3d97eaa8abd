package dev.poscart.adapters.http;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Collects the body of a response up to a size. A peer service that never stops sending would
 * otherwise fill the memory well within the deadline. Fails with {@link PortException}.
 */
final class BoundedBody implements BodySubscriber<byte[]> {

  /** The lists of a store's master data are the largest, with a few hundred bytes an item. */
  static final int MAX_BYTES = 16 << 20;

  private final String port;
  private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
  private Subscription subscription = new Ended();
  private long received;

  private BoundedBody(String port) {
    this.port = port;
  }

  /**
   * @param port name of the peer service in failures
   */
  static BodyHandler<byte[]> of(String port) {
    return head -> new BoundedBody(port);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body.getBody();
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    body.onSubscribe(begun);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    if (received <= MAX_BYTES) {
      body.onNext(buffers);
    } else {
      subscription.cancel();
      body.onError(
          new PortException(
              port, Category.PERMANENT_FAILURE, "response exceeds " + MAX_BYTES + " bytes"));
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.onError(failure);
  }

  @Override
  public void onComplete() {
    body.onComplete();
  }

  /** What a body has before it begins. */
  private record Ended() implements Subscription {

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
