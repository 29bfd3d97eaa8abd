package dev.poscart.app.register;

import dev.poscart.app.TestTill;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A till that sells new items all the time, whatever the answers are, until it is closed. */
final class Load {

  private static final int PAUSE_MILLIS = 50;

  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final TestTill till;
  private long code = 4_900_000_000_000L;

  Load(int port, String terminalId, String key) {
    till = new TestTill(HttpClient.newHttpClient(), port, terminalId, key);
    var unused = thread.scheduleWithFixedDelay(this::run, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      sell(String.valueOf(code++));
    } catch (IOException | RuntimeException | AssertionError e) {
      // The service is down or refuses; that is what the page is to tell.
    }
  }

  private void sell(String item) throws IOException {
    String cart = till.createCart();
    TestTill.expect(200, till.add(cart, item, 1));
    TestTill.expect(200, till.subtotal(cart));
    TestTill.expect(200, till.pay(cart, "01", "1000"));
    TestTill.expect(200, till.bill(cart));
  }

  void close() {
    thread.shutdownNow();
  }
}
