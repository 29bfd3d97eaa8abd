package dev.poscart.web;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CarryIncidents;
import dev.poscart.domain.fixtures.FakeItemMaster;
import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.fixtures.InMemoryReferenceData;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.SequentialIdentifiers;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.pricing.PricingRules;
import dev.poscart.domain.sale.Discounting;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.Reversing;
import dev.poscart.domain.sale.TenderRules;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.sale.TillLimits;
import dev.poscart.domain.usecase.access.TenantService;
import dev.poscart.domain.usecase.access.TerminalAuthentication;
import dev.poscart.domain.usecase.access.TokenAuthentication;
import dev.poscart.domain.usecase.access.TokenRules;
import dev.poscart.domain.usecase.cart.CartOpening;
import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.cart.ExplanationService;
import dev.poscart.domain.usecase.cart.ItemLookup;
import dev.poscart.domain.usecase.cart.MasterDataListing;
import dev.poscart.domain.usecase.cart.ParkingService;
import dev.poscart.domain.usecase.cart.PromotionLookup;
import dev.poscart.domain.usecase.change.CartChange;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import dev.poscart.domain.usecase.closing.ClosingService;
import dev.poscart.domain.usecase.delivery.DeliveryAcknowledgement;
import dev.poscart.domain.usecase.desk.LiveTerminals;
import dev.poscart.domain.usecase.desk.OpenCarts;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.reversal.VoidScope;
import dev.poscart.domain.usecase.session.BookingClock;
import dev.poscart.domain.usecase.transaction.TransactionService;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real use cases over stores in memory, behind a real server on a free port. */
final class Shop implements AutoCloseable {

  static final String NOTIFY_KEY = "notify-key";

  static final WebConfig CONFIG =
      WebConfigs.of(
          Optional.of("127.0.0.1"),
          0,
          65_536,
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          16,
          Set.of("https://pos.example"),
          "0.1.0");

  final FakeItemMaster master = new FakeItemMaster();
  final InMemoryCartStore carts = new InMemoryCartStore();
  final InMemoryTransactionLog log = new InMemoryTransactionLog();
  volatile Optional<RuntimeException> paymentFailure = Optional.empty();
  volatile List<Promotion> promotions = List.of();
  final StubHealth health = new StubHealth();
  final List<String> answered = new CopyOnWriteArrayList<>();
  final TestAnswers answers = new TestAnswers();

  private final Clock clock = Clock.fixed(ShopData.NOW, ZoneId.of("Asia/Tokyo"));
  private final ShopDesk desk = new ShopDesk(log, clock);
  private final BookingClock booking = new BookingClock(desk.sessions, clock);
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final Calculation calculation = new Calculation(PricingRules.DEFAULT);

  /** The clock of stored responses; elsewhere in the shop time stands still. */
  final TestClock answersClock = new TestClock(ShopData.NOW);

  private static final StartPage START =
      new StartPage(
          List.of(new StartPage.Entry("register", "a till & more", Optional.of("/register#a=b"))));

  final WebUseCases useCases;
  final CartWebServer server;

  final FakeMasterDataCache masterDataCache = new FakeMasterDataCache();

  private Shop(WebConfig config) {
    InMemoryReferenceData data = new InMemoryReferenceData();
    ShopData.tenants().forEach(tenant -> Await.result(data.load(tenant)));
    for (String tenant : ShopData.TENANT_IDS) {
      master.put(new StoreKey(tenant, "5678"), ShopData.items());
    }
    useCases = parts(data.ports(), data);
    server = new CartWebServer(config, useCases);
    server.start();
  }

  static Shop open() {
    return open(CONFIG);
  }

  static Shop open(WebConfig config) {
    return new Shop(config);
  }

  List<Route> routes() {
    LoginThrottle throttle = new LoginThrottle(0, System::nanoTime);
    return new RouteTable(useCases, "0", clock, throttle, Runnable::run).routes();
  }

  /** Terminal 9 of store 5678 of tenant A1234. */
  TestTill till() {
    return new TestTill(server.port(), "A1234-5678-9", "key9");
  }

  /** A caller with only a token. */
  TestTill bearer(String token) {
    return TestTill.bearer(server.port(), token);
  }

  TestTill till(String terminalId, String apiKey) {
    return new TestTill(server.port(), terminalId, apiKey);
  }

  @Override
  public void close() {
    server.close();
  }

  private WebUseCases parts(ReferenceData ports, InMemoryReferenceData data) {
    CartRepository repository = new CartRepository(carts);
    ClosingCompletion completion = new ClosingCompletion(repository, log, desk.sessions);
    CartChange change = new CartChange(repository, completion);
    return new WebUseCases(
        cartService(ports, repository, completion, change),
        Optional.empty(),
        new ParkingService(carts, change, clock),
        new ExplanationService(change, calculation),
        new TransactionService(log),
        reversals(ports),
        Optional.of(desk.reports(log, ports)),
        new IdempotentRequests(answers, identifiers, answersClock, Duration.ofHours(24)),
        access(ports, data, new OpenCarts(repository, completion, sales())),
        new EventUseCases(
            new DeliveryAcknowledgement(log.outbox(), clock), Optional.of(NOTIFY_KEY)),
        health,
        () -> "carts_total 42\n",
        (method, route, status, duration) ->
            answered.add(method + " " + route + " " + status + (duration.isNegative() ? "!" : "")),
        new BrowserUseCases(
            START,
            new MasterDataListing(Optional.of(new ShopCatalogue())),
            List.of("https://south.example"),
            ShopOps.USE_CASES));
  }

  private ReversalService reversals(ReferenceData ports) {
    return new ReversalService(
        log,
        new Reversing(TillLimits.DEFAULT, PaymentRules.DEFAULT),
        ports.paymentMethods(),
        ports.settings(),
        identifiers,
        booking,
        desk.sessions,
        new CarryIncidents(),
        ports.stores(),
        VoidScope.BY_TERMINAL);
  }

  private CartService cartService(
      ReferenceData ports,
      CartRepository repository,
      ClosingCompletion completion,
      CartChange change) {
    return new CartService(
        new CartOpening(
            repository,
            ports.stores(),
            ports.taxes(),
            TaxTable.DEFAULT,
            identifiers,
            booking,
            CashRounding.NONE),
        new ItemLookup(master, ShopData.CODES),
        new PromotionLookup(tenantId -> CompletableFuture.completedFuture(promotions), clock),
        failing(ports.paymentMethods()),
        change,
        new ClosingService(
            repository,
            change,
            completion,
            ports.settings(),
            identifiers,
            booking,
            Set.of(),
            new CarryIncidents().closing(log)),
        sales(),
        new Discounting(calculation, TillLimits.DEFAULT));
  }

  private Till sales() {
    return new Till(calculation, TillLimits.DEFAULT, TenderRules.KIND);
  }

  private AccessUseCases access(
      ReferenceData ports, InMemoryReferenceData data, OpenCarts openCarts) {
    FakeTerminalCache cache = new FakeTerminalCache(ports.terminals());
    LiveTerminals live = new LiveTerminals(cache, desk.states, desk.states, Duration.ZERO, clock);
    return new AccessUseCases(
        new TerminalAuthentication(live),
        new TokenAuthentication(
            new FakeTokens(), live, new TokenRules(Duration.ofDays(1), true), clock),
        cache,
        masterDataCache,
        new TenantService(data),
        Optional.of(desk.useCases(log, ports, data, openCarts)));
  }

  private PaymentMethods failing(PaymentMethods methods) {
    return tenantId -> {
      paymentFailure.ifPresent(
          failure -> {
            throw failure;
          });
      return methods.ofTenant(tenantId);
    };
  }
}
