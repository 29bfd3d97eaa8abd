package dev.poscart.web;

import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.cart.ExplanationService;
import dev.poscart.domain.usecase.cart.ParkingService;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.transaction.TransactionService;

/** The use cases that the server exposes, with health and metrics. */
public record WebUseCases(
    CartService carts,
    ParkingService parking,
    ExplanationService explanations,
    TransactionService transactions,
    ReversalService reversals,
    IdempotentRequests idempotentRequests,
    AccessUseCases access,
    EventUseCases events,
    HealthSource health,
    MetricsSource metrics,
    RequestObserver requests) {}
