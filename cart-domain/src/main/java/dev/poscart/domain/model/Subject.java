package dev.poscart.domain.model;

import java.util.Locale;

/**
 * What a refusal is about, independent of its name in the API.
 *
 * @param id known to the terminal
 */
public record Subject(Kind kind, String id) {

  /** The kinds of subjects. */
  public enum Kind {
    TENANT,
    CART,
    LINE,
    ITEM,
    PAYMENT_METHOD,
    TRANSACTION,
    EVENT
  }

  public static Subject tenant(String tenantId) {
    return new Subject(Kind.TENANT, tenantId);
  }

  public static Subject cart(CartId id) {
    return new Subject(Kind.CART, id.value());
  }

  public static Subject line(int lineNo) {
    return new Subject(Kind.LINE, String.valueOf(lineNo));
  }

  public static Subject item(String itemCode) {
    return new Subject(Kind.ITEM, itemCode);
  }

  public static Subject paymentMethod(String paymentCode) {
    return new Subject(Kind.PAYMENT_METHOD, paymentCode);
  }

  public static Subject transaction(int transactionNo) {
    return new Subject(Kind.TRANSACTION, String.valueOf(transactionNo));
  }

  public static Subject event(String eventId) {
    return new Subject(Kind.EVENT, eventId);
  }

  /** In plain words, such as {@code payment method 01}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + id;
  }
}
