package dev.poscart.web.load;

import java.util.concurrent.atomic.AtomicLong;

/** A budget of bytes that all connections together may hold in memory. */
final class ByteBudget {

  private final long bound;
  private final AtomicLong taken = new AtomicLong();

  ByteBudget(long bound) {
    this.bound = bound;
  }

  /** Takes this number of bytes; returns false, and takes none, if the budget does not suffice. */
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
}
