package dev.poscart.web.load;

import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be in memory for all callers together. */
final class ByteBudget {

  private final long bound;
  private final AtomicLong taken = new AtomicLong();

  ByteBudget(long bound) {
    this.bound = bound;
  }

  /** Takes so many, or none and says no. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= bound) {
      return true;
    }
    giveBack(bytes);
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}
