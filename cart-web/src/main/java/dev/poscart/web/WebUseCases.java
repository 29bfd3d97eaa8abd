package dev.poscart.web;

import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.cart.ExplanationService;
import dev.poscart.domain.usecase.cart.ParkingService;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.transaction.TransactionService;
import java.util.Optional;

/**
 * The use cases that the server exposes, with health and metrics.
 *
 * @param carriedCarts empty: all carts are stored
 * @param reports empty: kugelpos's report service makes them
 */
public record WebUseCases(
    CartService carts,
    Optional<CarriedCarts> carriedCarts,
    ParkingService parking,
    ExplanationService explanations,
    TransactionService transactions,
    ReversalService reversals,
    Optional<ReportUseCases> reports,
    IdempotentRequests idempotentRequests,
    AccessUseCases access,
    EventUseCases events,
    HealthSource health,
    MetricsSource metrics,
    RequestObserver requests,
    BrowserUseCases browsers) {}
