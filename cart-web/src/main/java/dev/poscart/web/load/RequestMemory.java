package dev.poscart.web.load;

import java.util.function.Function;
import org.eclipse.jetty.server.Request;

/**
 * The bytes that one request has taken from the shared memory budget; released when it is answered.
 */
public final class RequestMemory {

  private static final String ATTRIBUTE = RequestMemory.class.getName();

  private final ByteBudget budget;
  private final LoadCounters counters;
  private long taken;
  private boolean ended;

  RequestMemory(ByteBudget budget, LoadCounters counters) {
    this.budget = budget;
    this.counters = counters;
  }

  /**
   * The memory of a request.
   *
   * @param attributes of the request, by name
   * @throws IllegalStateException if the body of the request was not received
   */
  public static RequestMemory of(Function<String, Object> attributes) {
    if (attributes.apply(ATTRIBUTE) instanceof RequestMemory memory) {
      return memory;
    }
    throw new IllegalStateException("no body was received");
  }

  void belongTo(Request request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /**
   * Takes more bytes; returns false, and takes none, if the budget does not suffice. The request
   * must then be refused because of overload.
   */
  public boolean take(long bytes) {
    boolean fits = takeIfFree(bytes);
    if (!fits) {
      counters.refusedOne();
    }
    return fits;
  }

  synchronized boolean takeIfFree(long bytes) {
    boolean fits = !ended && budget.take(bytes);
    if (fits) {
      taken += bytes;
    }
    return fits;
  }

  /** Releases all bytes; no more can be taken. */
  synchronized void end() {
    if (!ended) {
      ended = true;
      budget.giveBack(taken);
    }
  }
}
