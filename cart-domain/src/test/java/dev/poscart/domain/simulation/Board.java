package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Knowledge shared by the people of a store: open carts and recent sales. */
final class Board {

  /** A printed receipt that a customer brings back. */
  record Receipt(TransactionKey key, Money total, List<LineItem> lines, List<Payment> payments) {}

  private final Map<String, List<CartId>> carts = new TreeMap<>();
  private final Map<String, List<Receipt>> receipts = new TreeMap<>();

  void opened(StoreKey store, CartId cart) {
    carts(store).add(cart);
  }

  List<CartId> carts(StoreKey store) {
    return carts.computeIfAbsent(store.toString(), key -> new ArrayList<>());
  }

  List<Receipt> receipts(StoreKey store) {
    return receipts.computeIfAbsent(store.toString(), key -> new ArrayList<>());
  }

  void closed(Cart cart) {
    if (cart.status() != CartStatus.COMPLETED) {
      return;
    }
    int number = cart.closed().orElseThrow().numbers().transactionNo();
    receipts(cart.terminal().store())
        .add(
            new Receipt(
                new TransactionKey(cart.terminal(), number),
                cart.totalWithTax(),
                cart.liveLines(),
                cart.payments()));
  }

  void reversed(Transaction transaction) {
    receipts(transaction.terminal().store())
        .add(
            new Receipt(
                transaction.key(),
                transaction.sales().totalWithTax(),
                transaction.lines(),
                transaction.payments()));
  }
}
