package dev.poscart.web;

import dev.poscart.domain.usecase.CartService;
import dev.poscart.domain.usecase.ParkingService;
import dev.poscart.domain.usecase.TerminalAuthentication;
import dev.poscart.domain.usecase.TransactionService;

/** What the server serves. */
public record WebParts(
    CartService carts,
    ParkingService parking,
    TransactionService transactions,
    TerminalAuthentication terminals,
    EventParts events,
    HealthSource health,
    MetricsSource metrics,
    RequestObserver requests) {

  /** Without metrics. */
  public WebParts(
      CartService carts,
      ParkingService parking,
      TransactionService transactions,
      TerminalAuthentication terminals,
      EventParts events,
      HealthSource health) {
    this(carts, parking, transactions, terminals, events, health, () -> "", RequestObserver.NONE);
  }
}
