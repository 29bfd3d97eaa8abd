package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.CartEvent;
import dev.poscart.domain.sale.DiscountEntry;
import dev.poscart.domain.sale.Discounting;
import dev.poscart.domain.sale.ItemEntry;
import dev.poscart.domain.sale.KeyedItem;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.usecase.change.CartChange;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.closing.ClosingService;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * The use cases of carts. Each returns the cart as stored afterwards; or fails with {@link
 * dev.poscart.domain.model.Refused}, in which case nothing has changed; or fails with {@link
 * dev.poscart.domain.port.PortException}.
 */
public final class CartService {

  private final CartOpening opening;
  private final ItemLookup lookup;
  private final PromotionLookup promotions;
  private final CartChange change;
  private final PaymentMethods paymentMethods;
  private final ClosingService closing;
  private final Till till;
  private final Discounting discounting;

  public CartService(
      CartOpening opening,
      ItemLookup lookup,
      PromotionLookup promotions,
      PaymentMethods paymentMethods,
      CartChange change,
      ClosingService closing,
      Till till,
      Discounting discounting) {
    this.opening = opening;
    this.lookup = lookup;
    this.promotions = promotions;
    this.paymentMethods = paymentMethods;
    this.change = change;
    this.closing = closing;
    this.till = till;
    this.discounting = discounting;
  }

  /**
   * Creates an empty cart.
   *
   * @param transactionType only 101, a sale, is possible; empty: 101
   */
  public CompletionStage<CartId> create(
      ChangeContext context, Optional<Integer> transactionType, Customer customer) {
    return Stages.attempt(() -> opening.open(context, transactionType, customer));
  }

  /** Reads a cart; an interrupted closing is finished first. */
  public CompletionStage<Versioned<Cart>> get(Terminal terminal, CartId id) {
    return Stages.attempt(() -> change.load(terminal, id));
  }

  /**
   * Adds items, all or none; codes that the cart does not contain are looked up in the item master.
   */
  public CompletionStage<Versioned<Cart>> addItems(
      ChangeContext context, CartId id, List<KeyedItem> keyed) {
    return Stages.attempt(
        () -> {
          List<ItemEntry> entries = lookup.read(keyed);
          till.checkEntries(entries);
          return change.applyStage(
              context,
              id,
              cart -> {
                CartEvent.ADD_ITEMS.check(cart);
                return lookup
                    .missing(context.terminal().key(), cart, entries)
                    .thenCombine(
                        promotions.running(context),
                        (items, running) -> till.during(running).enter(cart, entries, items));
              });
        });
  }

  public CompletionStage<Versioned<Cart>> changeQuantity(
      ChangeContext context, CartId id, int lineNo, int quantity) {
    return Stages.attempt(
        () -> {
          till.checkQuantity(quantity);
          return duringPromotions(
              context,
              id,
              (cart, running) -> till.during(running).changeQuantity(cart, lineNo, quantity));
        });
  }

  public CompletionStage<Versioned<Cart>> changeUnitPrice(
      ChangeContext context, CartId id, int lineNo, Money unitPrice) {
    return Stages.attempt(
        () -> {
          till.checkUnitPrice(unitPrice);
          return duringPromotions(
              context,
              id,
              (cart, running) -> till.during(running).changeUnitPrice(cart, lineNo, unitPrice));
        });
  }

  public CompletionStage<Versioned<Cart>> cancelLine(ChangeContext context, CartId id, int lineNo) {
    return Stages.attempt(
        () ->
            duringPromotions(
                context, id, (cart, running) -> till.during(running).cancelLine(cart, lineNo)));
  }

  /** Replaces the discounts of a line; an empty list leaves only those of running promotions. */
  public CompletionStage<Versioned<Cart>> discountLine(
      ChangeContext context, CartId id, int lineNo, List<DiscountEntry> entries) {
    return Stages.attempt(
        () -> {
          discounting.checkEntries(entries);
          return duringPromotions(
              context,
              id,
              (cart, running) -> discounting.during(running).discountLine(cart, lineNo, entries));
        });
  }

  public CompletionStage<Versioned<Cart>> subtotal(ChangeContext context, CartId id) {
    return Stages.attempt(
        () ->
            duringPromotions(context, id, (cart, running) -> till.during(running).subtotal(cart)));
  }

  /** Replaces the discounts of the subtotal; an empty list removes them. */
  public CompletionStage<Versioned<Cart>> discountSubtotal(
      ChangeContext context, CartId id, List<DiscountEntry> entries) {
    return Stages.attempt(
        () -> {
          discounting.checkEntries(entries);
          return change.apply(context, id, cart -> discounting.discountSubtotal(cart, entries));
        });
  }

  /** Adds payments, all or none. */
  public CompletionStage<Versioned<Cart>> pay(
      ChangeContext context, CartId id, List<Tender> entries) {
    return Stages.attempt(
        () -> {
          till.checkTenders(entries);
          return change.applyStage(
              context,
              id,
              cart -> {
                CartEvent.PAY.check(cart);
                return paymentMethods
                    .ofTenant(context.terminal().key().tenantId())
                    .thenCombine(
                        promotions.running(context),
                        (methods, running) -> till.during(running).pay(cart, entries, methods));
              });
        });
  }

  /** Returns to item entry; payments and subtotal discounts are dropped. */
  public CompletionStage<Versioned<Cart>> resume(ChangeContext context, CartId id) {
    return Stages.attempt(
        () -> duringPromotions(context, id, (cart, running) -> till.during(running).resume(cart)));
  }

  /**
   * Closes a paid sale. A repeated call that finds the interrupted closing of the first one
   * finishes it and returns the first one's numbers.
   */
  public CompletionStage<Versioned<Cart>> bill(ChangeContext context, CartId id) {
    return Stages.attempt(() -> closing.close(context, id, Closing.Kind.BILL));
  }

  /** Ends a cart without a sale; the cancellation is logged with its own numbers. */
  public CompletionStage<Versioned<Cart>> cancel(ChangeContext context, CartId id) {
    return Stages.attempt(() -> closing.close(context, id, Closing.Kind.CANCEL));
  }

  private CompletionStage<Versioned<Cart>> duringPromotions(
      ChangeContext context, CartId id, BiFunction<Cart, List<Promotion>, Cart> step) {
    return change.applyStage(
        context,
        id,
        cart -> promotions.running(context).thenApply(running -> step.apply(cart, running)));
  }
}
