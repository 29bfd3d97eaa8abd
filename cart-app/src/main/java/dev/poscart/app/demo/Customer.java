package dev.poscart.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A customer.
 *
 * @param couponPercent taken off the subtotal; 0: none
 */
record Customer(List<Purchase> basket, int couponPercent, Tender tender, Visit visit) {

  /** An item and how many of it. */
  record Purchase(String itemCode, int quantity) {}

  /** How the customer pays. */
  enum Tender {
    /** With notes and coins that make up the amount. */
    EXACT_CASH,
    /** With the next thousand yen, and gets change. */
    NOTES,
    CREDIT
  }

  /** How the visit goes. */
  enum Visit {
    SALE,
    /** Fetches something forgotten while the till serves others. */
    PARKED,
    /** Leaves without buying. */
    CANCELLED,
    /** Brings everything back. */
    RETURNED,
    /** The cashier had rung up the wrong sale. */
    VOIDED
  }

  private static final int MAX_LINES = 8;

  /**
   * The customers of a day: of a hundred, four leave without buying, three park their cart, two
   * bring their goods back and one sale is voided.
   *
   * @param items what is sold, in the form of the API
   */
  static List<Customer> ofDay(Random random, JsonNode items, int count) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Purchase> basket = new ArrayList<>();
      // Most buy two or three things, few fill a basket.
      int lines = 1 + (int) (MAX_LINES * random.nextDouble() * random.nextDouble());
      for (int line = 0; line < lines; line++) {
        JsonNode item = items.get(random.nextInt(items.size()));
        int quantity = random.nextInt(5) == 0 ? 2 + random.nextInt(2) : 1;
        basket.add(new Purchase(item.path("itemCode").asText(), quantity));
      }
      int coupon = random.nextInt(20) == 0 ? 10 : 0;
      customers.add(new Customer(basket, coupon, tender(random), visit(random.nextInt(100))));
    }
    return customers;
  }

  private static Tender tender(Random random) {
    int number = random.nextInt(10);
    return number < 4 ? Tender.CREDIT : number < 8 ? Tender.NOTES : Tender.EXACT_CASH;
  }

  private static Visit visit(int percentile) {
    if (percentile < 4) {
      return Visit.CANCELLED;
    }
    if (percentile < 7) {
      return Visit.PARKED;
    }
    return percentile < 9 ? Visit.RETURNED : percentile < 10 ? Visit.VOIDED : Visit.SALE;
  }
}
