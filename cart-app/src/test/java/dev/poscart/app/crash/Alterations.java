package dev.poscart.app.crash;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.LogPosition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/** Single alterations of the data of a {@link SmallShop}. */
final class Alterations {

  /** The sale of three stamps is 252. */
  private static final BigDecimal MORE = new BigDecimal(253);

  private Alterations() {}

  /** Each with its name and the checker's message. */
  static Stream<Arguments> all() {
    return Stream.of(
            sales(),
            doubles(),
            numbers(),
            figures(),
            payments(),
            events(),
            carts(),
            ReversalAlterations.all(),
            hashes())
        .flatMap(each -> each);
  }

  private static Stream<Arguments> sales() {
    return Stream.of(
        of("sale lost, its cart closed", left -> left.lose(1, 4), "status of "),
        of(
            "sale lost, its cart open",
            left -> {
              left.alterCart(
                  left.cartOf(4), cart -> cart.change().status(CartStatus.PAYING).make());
              left.lose(1, 4);
            },
            "transaction of "),
        of(
            "sale logged as a cancellation",
            left -> left.alter(1, 4, Map.of("sales.is_cancelled", true)),
            "CANCEL "));
  }

  private static Stream<Arguments> doubles() {
    return Stream.of(
        of(
            "sale there twice",
            left -> left.again(1, 4, 1, Map.of("claim", "cart:another")),
            "no terminal knows cart:another"),
        of(
            "claim taken twice",
            left -> {
              String claim = left.entry(1, 4).claim();
              left.again(1, 4, 1, Map.of("claim", "cart:another"));
              left.damage.add(log -> log.document(key(1, 5)).put("claim", claim));
            },
            "is taken once"),
        of(
            "event id given twice",
            left ->
                left.again(
                    1,
                    4,
                    2,
                    Map.of("claim", "cart:another", "event_id", left.entry(1, 1).eventId())),
            "is given once"));
  }

  private static Stream<Arguments> numbers() {
    return Stream.of(
        of("number left out", left -> left.alter(1, 4, Map.of("transaction_no", 5)), "numbers of "),
        of(
            "receipt number left out",
            left -> left.alter(1, 4, Map.of("receipt_no", 111_115)),
            "numbers of "),
        of(
            "receipt number other than told",
            left -> left.tell(4, "receiptNo", new BigDecimal(111_115)),
            "receipt number of "));
  }

  private static Stream<Arguments> figures() {
    return Stream.of(
        of("total altered", left -> left.alter(1, 4, total(MORE)), "total in the event of "),
        of(
            "total altered, in the event too",
            left -> {
              left.alter(1, 4, total(MORE));
              left.event(1, 4).withObject("sales").put("total_amount_with_tax", MORE);
            },
            "payments of "),
        of("total other than told", left -> left.tell(4, "totalAmountWithTax", MORE), "total of "),
        of("piece lost", left -> left.alter(1, 4, Map.of("line_items.0.quantity", 2)), "lines of "),
        of(
            "tax altered",
            left -> left.alter(1, 1, Map.of("taxes.0.tax_amount", MORE)),
            "what verify-log finds"));
  }

  private static Stream<Arguments> payments() {
    return Stream.of(
        of("payment lost", left -> left.alter(1, 3, Map.of("payments", List.of())), "payments of "),
        of(
            "payment twice",
            left ->
                left.damage.add(
                    log -> {
                      List<Object> payments = list(log.document(key(1, 3)), "payments");
                      payments.add(payments.get(0));
                    }),
            "payments of "),
        of(
            "cash altered",
            left -> left.alter(1, 4, Map.of("payments.1.deposit_amount", MORE)),
            "handed over for "),
        of(
            "payments swapped",
            left ->
                left.alter(1, 4, Map.of("payments.0.payment_no", 2, "payments.1.payment_no", 1)),
            "payment 2 of "),
        of("change other than told", left -> left.tell(4, "changeAmount", MORE), "change of "));
  }

  private static Stream<Arguments> events() {
    return Stream.of(
        of("event not there", left -> left.events.get(0).remove(3), "is there; its delivery: "),
        of(
            "event in the midst not there",
            left -> left.events.get(0).remove(1),
            "event 2 of terminal 1"),
        of(
            "events out of order",
            left -> left.events.get(0).add(0, left.events.get(0).remove(1)),
            "event 1 of terminal 1"),
        of(
            "event without an entry",
            left -> left.events.get(2).add(left.event(2, 1)),
            "events of terminal 3"),
        of(
            "event of another id",
            left -> left.event(1, 4).put("event_id", "another"),
            "event id of "));
  }

  private static Stream<Arguments> carts() {
    return Stream.of(
        of(
            "cart lost",
            left -> left.carts.removeIf(cart -> cart.id().value().equals(left.openCart)),
            "that was acknowledged"),
        of(
            "line lost",
            left ->
                left.alterCart(
                    left.openCart, cart -> cart.change().lines(cart.lines().subList(0, 1)).make()),
            "lines of "),
        of(
            "cart left closing",
            left ->
                left.alterCart(left.openCart, cart -> CartTestData.closing(cart, CartTestData.AT)),
            "still closing"),
        of(
            "cart open after its sale",
            left ->
                left.alterCart(
                    left.cartOf(4), cart -> cart.change().status(CartStatus.PAYING).make()),
            "status of "));
  }

  private static Stream<Arguments> hashes() {
    return Stream.of(
        of(
            "hash altered",
            left ->
                left.damage.add(log -> Leftovers.put(log.document(key(1, 2)), "chain.hash", "0")),
            "what verify-log finds"),
        of(
            "journal altered",
            left -> left.damage.add(log -> log.document(key(1, 2)).put("journal_text", "")),
            "what verify-log finds"),
        of(
            "entry at a terminal that is none",
            left -> left.again(1, 1, 4, Map.of("claim", "cart:another")),
            "entries of all tills"));
  }

  static Arguments of(String name, Consumer<Leftovers> alteration, String found) {
    return Arguments.of(Named.of(name, alteration), found);
  }

  private static Map<String, Object> total(BigDecimal total) {
    return Map.of("sales.total_amount_with_tax", total);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> document, String name) {
    return (List<Object>) document.getOrDefault(name, List.of());
  }

  private static LogPosition key(int terminalNo, int transactionNo) {
    return new LogPosition(StoredLog.key(terminalNo), transactionNo);
  }
}
