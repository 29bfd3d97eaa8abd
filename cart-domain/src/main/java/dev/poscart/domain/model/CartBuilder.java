package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds a changed copy of a cart. */
public final class CartBuilder {

  private final Cart before;
  private TerminalKey terminal;
  private CartStatus status;
  private List<LineItem> lines;
  private List<Discount> subtotalDiscounts;
  private List<TaxAmount> taxes;
  private List<Payment> payments;
  private Optional<Closing> closing;
  private Optional<Closed> closed;
  private Optional<Parking> parked;
  private List<ChangeId> changes;

  CartBuilder(Cart before) {
    this.before = before;
    this.terminal = before.terminal();
    this.status = before.status();
    this.lines = before.lines();
    this.subtotalDiscounts = before.subtotalDiscounts();
    this.taxes = before.taxes();
    this.payments = before.payments();
    this.closing = before.closing();
    this.closed = before.closed();
    this.parked = before.parked();
    this.changes = before.changes();
  }

  /** A new, empty cart. */
  public static Cart idle(
      CartId id,
      Terminal terminal,
      String storeName,
      Customer customer,
      OffsetDateTime createdAt,
      TaxTable taxTable,
      CashRounding cashRounding) {
    return new Cart(
        id,
        terminal.key(),
        storeName,
        CartStatus.IDLE,
        TransactionType.SALE,
        customer,
        terminal.session().businessDate(),
        createdAt,
        taxTable,
        cashRounding,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public CartBuilder terminal(TerminalKey key) {
    this.terminal = key;
    return this;
  }

  public CartBuilder status(CartStatus newStatus) {
    this.status = newStatus;
    return this;
  }

  public CartBuilder lines(List<LineItem> newLines) {
    this.lines = newLines;
    return this;
  }

  /** Replaces the line with the same number. */
  public CartBuilder line(LineItem newLine) {
    List<LineItem> changed = new ArrayList<>(lines);
    changed.set(newLine.lineNo() - 1, newLine);
    return lines(changed);
  }

  public CartBuilder subtotalDiscounts(List<Discount> newDiscounts) {
    this.subtotalDiscounts = newDiscounts;
    return this;
  }

  public CartBuilder taxes(List<TaxAmount> newTaxes) {
    this.taxes = newTaxes;
    return this;
  }

  public CartBuilder payments(List<Payment> newPayments) {
    this.payments = newPayments;
    return this;
  }

  public CartBuilder closing(Closing mark) {
    this.closing = Optional.of(mark);
    return this;
  }

  /** Takes back the decision to close the cart. */
  public CartBuilder notClosing() {
    this.closing = Optional.empty();
    return this;
  }

  public CartBuilder closed(Closed result) {
    this.closed = Optional.of(result);
    return this;
  }

  /** Sets or removes the parking data. */
  public CartBuilder parked(Optional<Parking> mark) {
    this.parked = mark;
    return this;
  }

  /** Records the id of this change; drops the oldest id if there are too many. */
  public CartBuilder by(ChangeId change) {
    List<ChangeId> more = new ArrayList<>(changes);
    more.add(change);
    this.changes = more.subList(Math.max(0, more.size() - Cart.MAX_CHANGES), more.size());
    return this;
  }

  public Cart make() {
    return new Cart(
        before.id(),
        terminal,
        before.storeName(),
        status,
        before.type(),
        before.customer(),
        before.businessDate(),
        before.createdAt(),
        before.taxTable(),
        before.cashRounding(),
        lines,
        subtotalDiscounts,
        taxes,
        payments,
        closing,
        closed,
        parked,
        changes);
  }
}
