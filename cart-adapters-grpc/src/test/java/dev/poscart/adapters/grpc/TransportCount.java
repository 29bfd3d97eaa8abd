package dev.poscart.adapters.grpc;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections on which a client has started HTTP/2. */
final class TransportCount extends ServerTransportFilter {

  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  /** The number opened so far. */
  int opened() {
    return opened.get();
  }

  /** The number currently open. */
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
    // There are no attributes for a transport that never became ready.
    Optional.ofNullable(attributes).ifPresent(ready -> open.decrementAndGet());
  }
}
