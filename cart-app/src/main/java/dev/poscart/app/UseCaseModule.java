package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.tracing.Tracing;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TerminalSessions;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.sale.Discounting;
import dev.poscart.domain.sale.Reversing;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.usecase.cart.CartOpening;
import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.cart.ExplanationService;
import dev.poscart.domain.usecase.cart.ItemLookup;
import dev.poscart.domain.usecase.cart.ParkingService;
import dev.poscart.domain.usecase.cart.PromotionLookup;
import dev.poscart.domain.usecase.change.CartChange;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.CartTakeover;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import dev.poscart.domain.usecase.closing.CarriedClosing;
import dev.poscart.domain.usecase.closing.ClosingRecovery;
import dev.poscart.domain.usecase.closing.ClosingService;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.session.BookingClock;
import dev.poscart.domain.usecase.transaction.TransactionService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Wires the use cases to the ports. */
final class UseCaseModule extends AbstractModule {

  @Provides
  Identifiers identifiers() {
    return () -> UUID.randomUUID().toString();
  }

  @Provides
  @Singleton
  BookingClock bookingClock(TerminalSessions sessions, Clock clock) {
    return new BookingClock(sessions, clock);
  }

  @Provides
  @Singleton
  Calculation calculation(ServiceConfig config) {
    return new Calculation(config.pricing());
  }

  @Provides
  @Singleton
  CartRepository cartRepository(
      PeerServices peers,
      StoreSet storeSet,
      TransactionLog log,
      Tracing tracing,
      TenantRounds recovery) {
    List<PredecessorCarts> places = new ArrayList<>();
    peers.carts().ifPresent(places::add);
    storeSet
        .predecessorCarts()
        .forEach(place -> places.add(tracing.port(PredecessorCarts.class, place, "earlier carts")));
    return new CartRepository(
        new RecoveryNotifyingCarts(storeSet.carts(), recovery::announce),
        new OpenCartCache(),
        places.isEmpty() ? Optional.empty() : Optional.of(new CartTakeover(places, log)));
  }

  @Provides
  @Singleton
  ClosingCompletion closingCompletion(
      CartRepository carts, TransactionLog log, SessionGuard guard) {
    return new ClosingCompletion(carts, log, guard);
  }

  @Provides
  @Singleton
  CartChange cartChange(CartRepository carts, ClosingCompletion completion) {
    return new CartChange(carts, completion);
  }

  @Provides
  @Singleton
  CartOpening cartOpening(
      ServiceConfig config,
      CartRepository carts,
      ReferenceData reference,
      Identifiers identifiers,
      BookingClock clock) {
    return new CartOpening(
        carts,
        reference.stores(),
        reference.taxes(),
        config.defaultTaxes(),
        identifiers,
        clock,
        config.payments().cashRounding());
  }

  @Provides
  @Singleton
  ClosingService closingService(
      ServiceConfig config,
      CartRepository carts,
      CartChange change,
      ClosingCompletion completion,
      ReferenceData reference,
      Identifiers identifiers,
      BookingClock clock,
      CarriedClosing carriedClosing) {
    return new ClosingService(
        carts,
        change,
        completion,
        reference.settings(),
        identifiers,
        clock,
        config.payments().stampDutyCodes(),
        carriedClosing);
  }

  @Provides
  @Singleton
  ClosingRecovery closingRecovery(StoreSet storeSet, ClosingCompletion completion, Clock clock) {
    return new ClosingRecovery(storeSet.carts(), completion, clock);
  }

  /** Those of the recovery. */
  @Provides
  @Singleton
  TenantRounds recoveryRounds(ReferenceData reference, Clock clock) {
    return new TenantRounds(reference.stores(), clock);
  }

  @Provides
  @Singleton
  PromotionLookup promotionLookup(ReferenceData reference, Clock clock) {
    return new PromotionLookup(reference.promotions(), clock);
  }

  @Provides
  @Singleton
  CartService cartService(
      ServiceConfig config,
      CartOpening opening,
      ItemMasterPort itemMaster,
      PromotionLookup promotions,
      ReferenceData reference,
      CartChange change,
      ClosingService closing,
      Calculation calculation) {
    return new CartService(
        opening,
        new ItemLookup(itemMaster, config.itemCodes().reader()),
        promotions,
        reference.paymentMethods(),
        change,
        closing,
        new Till(calculation, config.limits(), config.payments().tenderRules()),
        new Discounting(calculation, config.limits()));
  }

  @Provides
  @Singleton
  ExplanationService explanationService(CartChange change, Calculation calculation) {
    return new ExplanationService(change, calculation);
  }

  @Provides
  @Singleton
  ParkingService parkingService(StoreSet storeSet, CartChange change, Clock clock) {
    return new ParkingService(storeSet.carts(), change, clock);
  }

  @Provides
  @Singleton
  IdempotentRequests idempotentRequests(
      ServiceConfig config, StoreSet storeSet, Identifiers identifiers, Clock clock) {
    return new IdempotentRequests(
        storeSet.idempotency(), identifiers, clock, config.idempotencyRetention());
  }

  @Provides
  @Singleton
  TransactionService transactionService(TransactionLog log) {
    return new TransactionService(log);
  }

  @Provides
  @Singleton
  ReversalService reversalService(
      ServiceConfig config,
      TransactionLog log,
      ReferenceData reference,
      Identifiers identifiers,
      BookingClock clock,
      SessionGuard guard,
      CarryAudit audit) {
    return new ReversalService(
        log,
        new Reversing(config.limits(), config.payments()),
        reference.paymentMethods(),
        reference.settings(),
        identifiers,
        clock,
        guard,
        audit,
        reference.stores(),
        config.voidScope());
  }
}
