package dev.poscart.web;

import dev.poscart.domain.usecase.CartService;
import dev.poscart.domain.usecase.ExplanationService;
import dev.poscart.domain.usecase.KeyedRequests;
import dev.poscart.domain.usecase.ParkingService;
import dev.poscart.domain.usecase.ReversalService;
import dev.poscart.domain.usecase.TransactionService;

/** What the server serves. */
public record WebParts(
    CartService carts,
    ParkingService parking,
    ExplanationService explanations,
    TransactionService transactions,
    ReversalService reversals,
    KeyedRequests keyedRequests,
    AccessParts access,
    EventParts events,
    HealthSource health,
    MetricsSource metrics,
    RequestObserver requests) {

  /** Without metrics. */
  public WebParts(
      CartService carts,
      ParkingService parking,
      ExplanationService explanations,
      TransactionService transactions,
      ReversalService reversals,
      KeyedRequests keyedRequests,
      AccessParts access,
      EventParts events,
      HealthSource health) {
    this(
        carts,
        parking,
        explanations,
        transactions,
        reversals,
        keyedRequests,
        access,
        events,
        health,
        () -> "",
        RequestObserver.NONE);
  }
}
