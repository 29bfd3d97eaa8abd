package dev.poscart.app;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import dev.poscart.app.itemmaster.TracedCall;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes the trace and the times of each request to a stand-in. */
final class TraceNotes extends Filter {

  private final List<TracedCall> calls = new CopyOnWriteArrayList<>();

  /** The requests that were answered so far. */
  List<TracedCall> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    long start = TracedCall.now();
    String name = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String trace = String.valueOf(exchange.getRequestHeaders().getFirst("traceparent"));
    chain.doFilter(exchange);
    calls.add(TracedCall.ending(name, trace, start));
  }

  @Override
  public String description() {
    return "notes traces";
  }
}
