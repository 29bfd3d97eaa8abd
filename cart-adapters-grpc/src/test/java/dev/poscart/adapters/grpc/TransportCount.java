package dev.poscart.adapters.grpc;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections on which a client has begun to speak HTTP/2. */
final class TransportCount extends ServerTransportFilter {

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /** How many there have been. */
  int opened() {
    return opened.get();
  }

  /** How many there are. */
  int open() {
    return open.get();
  }

  @Override
  public Attributes transportReady(Attributes attributes) {
    opened.incrementAndGet();
    open.incrementAndGet();
    return attributes;
  }

  @Override
  public void transportTerminated(Attributes attributes) {
    // Nothing is given for one that never became ready.
    Optional.ofNullable(attributes).ifPresent(ready -> open.decrementAndGet());
  }
}
