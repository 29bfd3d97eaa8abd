package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.ItemMasterPort;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.Taxes;
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
import dev.poscart.domain.usecase.change.ClosingCompletion;
import dev.poscart.domain.usecase.closing.ClosingRecovery;
import dev.poscart.domain.usecase.closing.ClosingService;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.session.BookingClock;
import dev.poscart.domain.usecase.session.CalendarSessions;
import dev.poscart.domain.usecase.transaction.TransactionService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Wires the use cases to the ports. */
final class UseCaseModule extends AbstractModule {

  @Provides
  Identifiers identifiers() {
    return () -> UUID.randomUUID().toString();
  }

  @Provides
  @Singleton
  BookingClock bookingClock(ServiceConfig config, Clock clock) {
    return new BookingClock(new CalendarSessions(config.businessCalendar()), clock);
  }

  @Provides
  @Singleton
  Calculation calculation(ServiceConfig config) {
    return new Calculation(config.pricing());
  }

  @Provides
  @Singleton
  ClosingCompletion closingCompletion(CartStore carts, TransactionLog log) {
    return new ClosingCompletion(carts, log);
  }

  @Provides
  @Singleton
  CartChange cartChange(CartStore carts, ClosingCompletion completion) {
    return new CartChange(carts, completion);
  }

  @Provides
  @Singleton
  CartOpening cartOpening(
      ServiceConfig config,
      CartStore carts,
      StoreDirectory storeDirectory,
      Taxes taxes,
      Identifiers identifiers,
      BookingClock clock) {
    return new CartOpening(
        carts, storeDirectory, taxes, identifiers, clock, config.payments().cashRounding());
  }

  @Provides
  @Singleton
  ClosingService closingService(
      ServiceConfig config,
      CartStore carts,
      CartChange change,
      ClosingCompletion completion,
      Settings settings,
      Identifiers identifiers,
      BookingClock clock) {
    return new ClosingService(
        carts,
        change,
        completion,
        settings,
        identifiers,
        clock,
        config.payments().stampDutyCodes());
  }

  @Provides
  @Singleton
  ClosingRecovery closingRecovery(
      CartStore carts, StoreDirectory storeDirectory, ClosingCompletion completion, Clock clock) {
    return new ClosingRecovery(carts, storeDirectory, completion, clock);
  }

  @Provides
  @Singleton
  PromotionLookup promotionLookup(Promotions promotions, Clock clock) {
    return new PromotionLookup(promotions, clock);
  }

  @Provides
  @Singleton
  CartService cartService(
      ServiceConfig config,
      CartOpening opening,
      ItemMasterPort itemMaster,
      PromotionLookup promotions,
      PaymentMethods paymentMethods,
      CartChange change,
      ClosingService closing,
      Calculation calculation) {
    return new CartService(
        opening,
        new ItemLookup(itemMaster, config.itemCodes().reader()),
        promotions,
        paymentMethods,
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
  ParkingService parkingService(CartStore carts, CartChange change, Clock clock) {
    return new ParkingService(carts, change, clock);
  }

  @Provides
  @Singleton
  IdempotentRequests idempotentRequests(
      ServiceConfig config, IdempotencyStore idempotency, Identifiers identifiers, Clock clock) {
    return new IdempotentRequests(idempotency, identifiers, clock, config.idempotencyRetention());
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
      PaymentMethods paymentMethods,
      Settings settings,
      Identifiers identifiers,
      BookingClock clock) {
    return new ReversalService(
        log,
        new Reversing(config.limits(), config.payments()),
        paymentMethods,
        settings,
        identifiers,
        clock);
  }
}
