package dev.poscart.web.load;

import java.util.function.Function;
import org.eclipse.jetty.server.Request;

/** Bytes that one request has taken from the budget of all, until it is answered. */
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
   * @throws IllegalStateException if no body of it was received
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

  /** Takes so many more, or none and says no: the request is to be refused as one too many. */
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

  /** Gives all back; nothing can be taken any more. */
  synchronized void end() {
    if (!ended) {
      ended = true;
      budget.giveBack(taken);
    }
  }
}
