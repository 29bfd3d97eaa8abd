package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestShop;
import dev.poscart.app.TestTill;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.function.IntSupplier;

/** Whether each terminal's last transaction has reached the peer service. */
final class SettledCheck {

  private final IntSupplier port;
  private final EventSink sink;
  private final int terminals;
  private final HttpClient client;

  SettledCheck(IntSupplier port, EventSink sink, int terminals, HttpClient client) {
    this.port = port;
    this.sink = sink;
    this.terminals = terminals;
    this.client = client;
  }

  boolean isReached() {
    for (int terminalNo = 1; terminalNo <= terminals; terminalNo++) {
      if (sink.eventsOf(terminalNo).size() < transactions(terminalNo)) {
        return false;
      }
    }
    return true;
  }

  private int transactions(int terminalNo) {
    String id = TestShop.terminalId(terminalNo);
    String[] parts = id.split("-", -1);
    TestTill till = new TestTill(client, port.getAsInt(), id, TestShop.apiKey(terminalNo));
    try {
      JsonNode last =
          till.call(
                  "GET",
                  "/tenants/%s/stores/%s/terminals/%s/transactions?limit=1&include_cancelled=true"
                          .formatted(parts[0], parts[1], parts[2])
                      + "&sort=transaction_no:-1",
                  "")
              .data();
      return last.path(0).path("transactionNo").intValue();
    } catch (IOException e) {
      throw new AssertionError("the service does not answer while nothing goes wrong", e);
    }
  }
}
