package dev.poscart.app.crash;

import static dev.poscart.app.TestTill.expect;
import static dev.poscart.domain.fixtures.Await.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.TestShop;
import dev.poscart.app.TestTill;
import dev.poscart.app.crash.CartRecord.Closing;
import dev.poscart.app.crash.History.KnownTransaction;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.Versioned;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A few transactions at two tills of a real service, one of each kind, and the resulting data. */
final class SmallShop {

  static final int TERMINALS = 3;

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final Leftovers left = new Leftovers();

  private SmallShop(int port) {
    this.port = port;
  }

  /** Starts the service, sells, and stops it. */
  static Leftovers afterADay(Path folder) throws Exception {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(TERMINALS));
    SqliteDatabase database = new SqliteDatabase(folder);
    try (EventSink sink = new EventSink(1, new Figures())) {
      sink.setHealthy(true);
      List<String> options = new ArrayList<>(database.options());
      options.addAll(List.of("--store-profile", profile.toString(), "--pubsub-url", sink.url()));
      Service service = new Service(() -> options, new Figures());
      try {
        service.start();
        SmallShop shop = new SmallShop(service.port());
        shop.trade();
        shop.awaitEvents(sink);
        service.terminate();
        shop.read(database, sink);
        return shop.left;
      } finally {
        service.abandon();
      }
    }
  }

  /**
   * Terminal 1: sale 1 of two items, cancelled sale 2, void 3 of sale 1, sale 4 of three stamps
   * with two tenders, and a cart that stays open. Terminal 2: return 1 of one stamp.
   */
  private void trade() throws IOException {
    KnownTransaction two =
        sell(
            "[{'itemCode':'A','quantity':1},{'itemCode':'J','quantity':1}]",
            "{'paymentCode':'01','amount':300}");
    String cancelled = cart("[{'itemCode':'E','quantity':1}]");
    close(cancelled, Closing.CANCEL);
    reverse(1, two, "void", "[{'paymentCode':'01','amount':218}]");
    KnownTransaction stamps =
        sell(
            "[{'itemCode':'E','quantity':3}]",
            "{'paymentCode':'11','amount':100}",
            "{'paymentCode':'01','amount':200}");
    reverse(
        2,
        stamps,
        "return",
        "{'payments':[{'paymentCode':'01','amount':84}],'lineItems':[{'lineNo':1,'quantity':1}]}");
    left.openCart = cart("[{'itemCode':'A','quantity':1},{'itemCode':'B','quantity':1}]");
  }

  private KnownTransaction sell(String items, String... tenders) throws IOException {
    String cart = cart(items);
    post(1, "/carts/" + cart + "/subtotal", "");
    for (String tender : tenders) {
      post(1, "/carts/" + cart + "/payments", "[" + tender + "]");
    }
    return close(cart, Closing.BILL);
  }

  private String cart(String items) throws IOException {
    String id = expect(201, till(1).call("POST", "/carts", "{}")).data().path("cartId").textValue();
    JsonNode cart = post(1, "/carts/" + id + "/lineItems", items);
    note(history -> history.cart(id).seen(cart));
    return id;
  }

  private KnownTransaction close(String cart, Closing how) throws IOException {
    String path = how == Closing.BILL ? "/bill" : "/cancel";
    KnownTransaction told = new KnownTransaction(1, post(1, "/carts/" + cart + path, ""));
    note(history -> history.cart(cart).closed(how, told));
    return told;
  }

  private void reverse(int terminalNo, KnownTransaction of, String kind, String body)
      throws IOException {
    String path =
        "/tenants/A1234/stores/5678/terminals/%d/transactions/%d/%s"
            .formatted(of.terminalNo(), of.transactionNo(), kind);
    JsonNode made = post(terminalNo, path, body);
    note(history -> history.reversal(terminalNo, kind, of).done(made));
  }

  private JsonNode post(int terminalNo, String path, String body) throws IOException {
    return expect(200, till(terminalNo).call("POST", path, body.replace('\'', '"'))).data();
  }

  private TestTill till(int terminalNo) {
    return new TestTill(client, port, TestShop.terminalId(terminalNo), TestShop.apiKey(terminalNo));
  }

  private void note(Consumer<History> note) {
    left.notes.add(note);
  }

  private void awaitEvents(EventSink sink) {
    SettledCheck quiet = new SettledCheck(() -> port, sink, TERMINALS, client);
    Await.until("all events have come", quiet::isReached);
  }

  private void read(SqliteDatabase database, EventSink sink) {
    try (StoreView store = database.open()) {
      left.entries.addAll(new StoredLog(store.log(), TERMINALS).all());
      for (CartRecord record : left.history().carts()) {
        left.carts.add(
            result(store.carts().find(StoredLog.key(1).tenantId(), new CartId(record.id())))
                .map(Versioned::value)
                .orElseThrow());
      }
      for (int terminalNo = 1; terminalNo <= TERMINALS; terminalNo++) {
        left.events.add(
            new ArrayList<>(
                sink.eventsOf(terminalNo).stream().map(ObjectNode.class::cast).toList()));
      }
    }
  }
}
