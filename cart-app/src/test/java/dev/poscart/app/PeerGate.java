package dev.poscart.app;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Stands before a peer: counts and checks what comes in, and lets the peer fail. */
public final class PeerGate extends Filter {

  /** How a peer fails. */
  public enum Failure {
    /** It closes each connection without a response. */
    DOWN,
    /** It does not answer until it is well again. */
    SLOW,
    /** It answers with a page of HTML and status 200. */
    WRONG
  }

  /** How many requests have come in. */
  final AtomicInteger requests = new AtomicInteger();

  /** Requests that this peer does not expect. */
  final List<String> unexpected = new CopyOnWriteArrayList<>();

  private final Predicate<HttpExchange> isExpected;
  private volatile Predicate<Failure> failing = kind -> false;
  private volatile CountDownLatch well = new CountDownLatch(0);

  PeerGate(Predicate<HttpExchange> isExpected) {
    this.isExpected = isExpected;
  }

  public void fail(Failure how) {
    well = new CountDownLatch(1);
    failing = how::equals;
  }

  public void heal() {
    failing = kind -> false;
    well.countDown();
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    requests.incrementAndGet();
    if (!isExpected.test(exchange)) {
      unexpected.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().entrySet());
    }
    if (failing.test(Failure.DOWN)) {
      exchange.close();
    } else if (failing.test(Failure.SLOW)) {
      waitUntilWell();
      exchange.close();
    } else if (failing.test(Failure.WRONG)) {
      byte[] page = "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
      exchange.close();
    } else {
      chain.doFilter(exchange);
    }
  }

  private void waitUntilWell() throws IOException {
    try {
      well.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public String description() {
    return "counts, checks and fails";
  }
}
