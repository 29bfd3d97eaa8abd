package dev.poscart.domain.usecase;

import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.keyed;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.FakeItemMaster;
import dev.poscart.domain.fixtures.InMemoryReferenceData;
import dev.poscart.domain.fixtures.ReferencePorts;
import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.fixtures.SequentialIdentifiers;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Discounting;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.Reversing;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.sale.TenderRules;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.sale.TillLimits;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** All use cases over the fakes: store 5678 of tenant A1234 with tills 9 and 10. */
final class Shop {

  static final Terminal TILL_9 = till("A1234", "5678", 9);
  static final Terminal TILL_10 = till("A1234", "5678", 10);

  /** 18:27:02.838957123 in Tokyo. */
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T09:27:02.838957123Z"), ZoneId.of("Asia/Tokyo"));

  static final StoreDirectory STORES =
      new StoreDirectory() {
        @Override
        public CompletionStage<Optional<Store>> find(StoreKey store) {
          return CompletableFuture.completedFuture(Optional.of(new Store(store, "テスト店")));
        }

        @Override
        public CompletionStage<List<String>> tenantIds() {
          return CompletableFuture.completedFuture(List.of("B9999", "A1234"));
        }
      };

  final FakeItemMaster master =
      new FakeItemMaster()
          .put(
              TILL_9.key().store(),
              item("APPLE", "100", "00"),
              item("JUICE", "108", "12"),
              item("RING", "30000", "01"),
              item("STAMP", "84", "00"));

  /** The tenants' offers; none, unless a test has some. */
  volatile Promotions promotions = store -> CompletableFuture.completedFuture(List.of());

  final TransactionService transactions;
  final ReversalService reversals;
  final CartService carts;
  final ParkingService parking;
  final ClosingRecovery recovery;

  /** What the back office has set. */
  volatile List<Setting> settings = List.of();

  private final TransactionLog log;

  Shop(CartStore cartStore, TransactionLog log) {
    this(cartStore, log, CLOCK, CartTestData.CALENDAR);
  }

  Shop(CartStore cartStore, TransactionLog log, Clock clock, BusinessCalendar calendar) {
    BookingClock booking = new BookingClock(new CalendarSessions(calendar), clock);
    ReferencePorts reference = reference();
    ClosingCompletion completion = new ClosingCompletion(cartStore, log);
    CartChange change = new CartChange(cartStore, completion);
    SequentialIdentifiers identifiers = new SequentialIdentifiers();
    this.log = log;
    this.transactions = new TransactionService(log);
    this.reversals =
        new ReversalService(
            log,
            new Reversing(TillLimits.STANDARD, PaymentRules.STANDARD),
            reference.paymentMethods(),
            tenantId -> CompletableFuture.completedFuture(settings),
            identifiers,
            booking);
    this.recovery = new ClosingRecovery(cartStore, reference.stores(), completion, clock);
    this.parking = new ParkingService(cartStore, change, clock);
    this.carts =
        new CartService(
            new CartOpening(
                cartStore,
                reference.stores(),
                reference.taxes(),
                identifiers,
                booking,
                CashRounding.NONE),
            new ItemLookup(master, SaleTestData.CODES),
            new PromotionLookup(store -> promotions.ofStore(store), clock),
            reference.paymentMethods(),
            change,
            new ClosingService(
                cartStore,
                change,
                completion,
                tenantId -> CompletableFuture.completedFuture(settings),
                identifiers,
                booking,
                Set.of()),
            new Till(CALCULATION, TillLimits.STANDARD, TenderRules.KIND),
            new Discounting(CALCULATION, TillLimits.STANDARD));
  }

  /** An empty cart of till 9. */
  CartId opened() {
    return Await.result(carts.create(TILL_9, Optional.empty(), Customer.UNKNOWN));
  }

  /** A cart of till 9 with one apple of 100 yen, in item entry. */
  CartId withAnApple() {
    CartId id = opened();
    Await.result(carts.addItems(TILL_9, id, List.of(keyed("APPLE", 1))));
    return id;
  }

  /** A cart of till 9 that is paid in full and waits to be billed. */
  CartId paid() {
    CartId id = withAnApple();
    Await.result(carts.subtotal(TILL_9, id));
    Tender cash = new Tender("01", Money.of(100), Optional.empty());
    Await.result(carts.pay(TILL_9, id, List.of(cash)));
    return id;
  }

  Versioned<Cart> stored(CartId id) {
    return Await.result(carts.get(TILL_9, id));
  }

  /** Everything that a till has in the log, latest first. */
  List<Transaction> logged(Terminal till) {
    TransactionQuery all =
        new TransactionQuery(
            till.key(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            true,
            0,
            1,
            List.of());
    return Await.result(log.query(all)).transactions();
  }

  /** How a call was refused; fails if it was not. */
  static Refused refused(CompletionStage<?> call) {
    return SaleTestData.refused(
        () -> {
          throw Await.failure(call);
        });
  }

  static Terminal till(String tenantId, String storeCode, int terminalNo) {
    return CartTestData.openedTerminal(new TerminalKey(tenantId, storeCode, terminalNo));
  }

  static Terminal signedOut(Terminal till) {
    return till.withStaff(Optional.empty());
  }

  private static ReferencePorts reference() {
    return new ReferencePorts(
        new InMemoryReferenceData(),
        new InMemoryReferenceData(),
        STORES,
        tenant -> CompletableFuture.completedFuture(SaleTestData.METHODS),
        tenant -> CompletableFuture.completedFuture(TaxTable.STANDARD),
        tenant -> CompletableFuture.completedFuture(List.of()),
        tenant -> CompletableFuture.completedFuture(List.of()));
  }
}
