package dev.poscart.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import java.io.IOException;

/** A terminal that takes its cart along, as the text that it got. */
final class CarriedTill {

  private final TestTill till;
  private String cartId = "";
  private String snapshot = "null";

  CarriedTill(TestTill till) {
    this.till = till;
  }

  /** The same cart at another service or terminal. */
  CarriedTill at(TestTill other) {
    return with(other, snapshot);
  }

  /** The same terminal with another snapshot of the cart. */
  CarriedTill with(String otherSnapshot) {
    return with(till, otherSnapshot);
  }

  private CarriedTill with(TestTill other, String otherSnapshot) {
    CarriedTill copy = new CarriedTill(other);
    copy.cartId = cartId;
    copy.snapshot = otherSnapshot;
    return copy;
  }

  String cartId() {
    return cartId;
  }

  String snapshot() {
    return snapshot;
  }

  JsonNode document() {
    return TestTill.json(snapshot).path("cartDocument");
  }

  CarriedTill open() throws IOException {
    Answer answer = TestTill.expect(201, till.post("/carts", "{\"carrySnapshot\": true}"));
    cartId = answer.data().path("cartId").textValue();
    snapshot = answer.data().path("signedSnapshot").toString();
    return this;
  }

  Answer add(String itemCode, int quantity) throws IOException {
    return post(
        "/lineItems", "[{\"itemCode\": \"" + itemCode + "\", \"quantity\": " + quantity + "}]");
  }

  Answer subtotal() throws IOException {
    return post("/subtotal", "");
  }

  Answer pay(String amount) throws IOException {
    return post("/payments", "[{\"paymentCode\": \"01\", \"amount\": " + amount + "}]");
  }

  /** A cart with two apples for 220 yen, paid. */
  CarriedTill paid() throws IOException {
    open();
    TestTill.expect(200, add("A", 2));
    TestTill.expect(200, subtotal());
    TestTill.expect(200, pay("300"));
    return this;
  }

  Answer bill(String context) throws IOException {
    return post("/bill", context);
  }

  Answer cancel(String context) throws IOException {
    return post("/cancel", context);
  }

  /** Sends the snapshot, and keeps the one that comes back. */
  Answer post(String path, String payload) throws IOException {
    return call("POST", path, payload);
  }

  Answer call(String method, String path, String payload) throws IOException {
    Answer answer = till.call(method, "/carts/" + cartId + path, wrapped(snapshot, payload));
    if (answer.status() == 200) {
      snapshot = answer.data().path("signedSnapshot").toString();
    }
    return answer;
  }

  static String wrapped(String snapshot, String payload) {
    return payload.isEmpty()
        ? "{\"signedSnapshot\":" + snapshot + "}"
        : "{\"signedSnapshot\":" + snapshot + ",\"payload\":" + payload + "}";
  }
}
