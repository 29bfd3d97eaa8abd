package dev.poscart.domain.simulation;

import dev.poscart.domain.fixtures.CarryIncidents;
import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.CartSnapshots;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalSessions;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.pricing.PricingRules;
import dev.poscart.domain.sale.Discounting;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.Reversing;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.sale.TillLimits;
import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.domain.usecase.carry.CarryRules;
import dev.poscart.domain.usecase.carry.TotalsCheck;
import dev.poscart.domain.usecase.cart.CartOpening;
import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.cart.ItemLookup;
import dev.poscart.domain.usecase.cart.ParkingService;
import dev.poscart.domain.usecase.cart.PromotionLookup;
import dev.poscart.domain.usecase.change.CartCache;
import dev.poscart.domain.usecase.change.CartChange;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import dev.poscart.domain.usecase.change.RevisionCheck;
import dev.poscart.domain.usecase.closing.CarriedClosing;
import dev.poscart.domain.usecase.closing.ClosingRecovery;
import dev.poscart.domain.usecase.closing.ClosingService;
import dev.poscart.domain.usecase.closing.RepeatedClosing;
import dev.poscart.domain.usecase.delivery.DeliveryAcknowledgement;
import dev.poscart.domain.usecase.delivery.DeliveryRules;
import dev.poscart.domain.usecase.delivery.EventDelivery;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.reversal.VoidScope;
import dev.poscart.domain.usecase.session.BookingClock;
import dev.poscart.domain.usecase.transaction.TransactionService;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The use cases of one instance, composed as the application composes them. */
record Service(
    CartService carts,
    CarriedCarts carried,
    ParkingService parking,
    ReversalService reversals,
    TransactionService transactions,
    ClosingRecovery recovery,
    EventDelivery delivery,
    DeliveryAcknowledgement acknowledgement,
    Optional<Desk> desk) {

  /** Shorter than in production, so that all of it happens within a few virtual minutes. */
  private static final DeliveryRules DELIVERY =
      new DeliveryRules(
          4,
          Duration.ofSeconds(40),
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          5,
          Duration.ofSeconds(30),
          2);

  private static final int MAX_REQUEST_BYTES = 4_194_304;

  private static final Calculation CALCULATION = new Calculation(PricingRules.DEFAULT);

  /** The dependencies of an instance. */
  record Dependencies(
      CartStore carts,
      CartCache cache,
      TransactionLog log,
      Outbox outbox,
      SimulatedPeers peers,
      PaymentRules rules,
      Identifiers identifiers,
      TerminalSessions sessions,
      Clock clock,
      Chance chance,
      String owner,
      CartSnapshots snapshots,
      RevisionCheck revisions,
      Optional<Desk.Data> desk) {

    BookingClock booking() {
      return new BookingClock(
          desk.<TerminalSessions>map(Desk.Data::sessions).orElse(sessions), clock);
    }

    SessionGuard guard() {
      return desk.<SessionGuard>map(Desk.Data::sessions).orElse(SessionGuard.NONE);
    }

    Till till() {
      return new Till(CALCULATION, TillLimits.DEFAULT, rules.tenderRules());
    }
  }

  static Service of(Dependencies dependencies) {
    CartRepository repository =
        new CartRepository(dependencies.carts(), dependencies.cache(), Optional.empty());
    ClosingCompletion completion =
        new ClosingCompletion(repository, dependencies.log(), dependencies.guard());
    CartChange change = new CartChange(repository, completion);
    return new Service(
        carts(dependencies, repository, completion, change),
        carried(dependencies, repository),
        new ParkingService(dependencies.carts(), change, dependencies.clock()),
        reversals(dependencies),
        new TransactionService(dependencies.log()),
        new ClosingRecovery(dependencies.carts(), completion, dependencies.clock()),
        new EventDelivery(
            dependencies.outbox(),
            event -> dependencies.peers().publish((Transaction) event),
            DELIVERY,
            dependencies.owner(),
            dependencies.clock(),
            () -> dependencies.chance().between(0, 999)),
        new DeliveryAcknowledgement(dependencies.outbox(), dependencies.clock()),
        dependencies
            .desk()
            .map(data -> Desk.of(data, dependencies, repository, completion, dependencies.till())));
  }

  /** The terminal of a request, as its instance knows it. */
  CompletionStage<Terminal> authenticated(Terminal presented) {
    return desk.map(known -> known.live(presented)).orElseGet(() -> Stages.completed(presented));
  }

  private static CartService carts(
      Dependencies dependencies,
      CartRepository repository,
      ClosingCompletion completion,
      CartChange change) {
    SimulatedPeers peers = dependencies.peers();
    return new CartService(
        opening(dependencies, repository),
        new ItemLookup(peers, SaleTestData.CODES),
        new PromotionLookup(peers::promotions, dependencies.clock()),
        peers::paymentMethods,
        change,
        new ClosingService(
            repository,
            change,
            completion,
            peers::settings,
            dependencies.identifiers(),
            dependencies.booking(),
            dependencies.rules().stampDutyCodes(),
            new CarriedClosing(
                dependencies.log(),
                new CarryIncidents(),
                dependencies.revisions(),
                RepeatedClosing.ACCEPT,
                dependencies.guard())),
        dependencies.till(),
        new Discounting(CALCULATION, TillLimits.DEFAULT));
  }

  private static CarriedCarts carried(Dependencies dependencies, CartRepository repository) {
    SimulatedPeers peers = dependencies.peers();
    return new CarriedCarts(
        opening(dependencies, repository),
        dependencies.snapshots(),
        peers::settings,
        peers::promotions,
        new CarryIncidents(),
        dependencies.revisions(),
        dependencies.clock(),
        new CarryRules(false, MAX_REQUEST_BYTES),
        new TotalsCheck(CALCULATION));
  }

  private static CartOpening opening(Dependencies dependencies, CartRepository repository) {
    SimulatedPeers peers = dependencies.peers();
    return new CartOpening(
        repository,
        peers,
        peers::taxes,
        TaxTable.DEFAULT,
        dependencies.identifiers(),
        dependencies.booking(),
        dependencies.rules().cashRounding());
  }

  private static ReversalService reversals(Dependencies dependencies) {
    return new ReversalService(
        dependencies.log(),
        new Reversing(TillLimits.DEFAULT, dependencies.rules()),
        dependencies.peers()::paymentMethods,
        dependencies.peers()::settings,
        dependencies.identifiers(),
        dependencies.booking(),
        dependencies.guard(),
        new CarryIncidents(),
        dependencies.peers(),
        VoidScope.ANY);
  }
}
