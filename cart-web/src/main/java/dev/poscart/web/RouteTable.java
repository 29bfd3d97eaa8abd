package dev.poscart.web;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;

import dev.poscart.web.Authentication.TenantAction;
import dev.poscart.web.Authentication.TerminalAction;
import dev.poscart.web.Route.Body;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** All routes of the service. */
final class RouteTable {

  private static final String API = "/api/v1";
  private static final String CART = API + "/carts/{cart_id}";
  private static final String LINE = CART + "/lineItems/{lineNo}";
  private static final String STORE = API + "/tenants/{tenant_id}/stores/{store_code}";
  private static final String TILL = STORE + "/terminals/{terminal_no}";
  private static final String TRANSACTIONS = TILL + "/transactions";
  private static final String TRANSACTION = TRANSACTIONS + "/{transaction_no}";

  private static final String TERMINAL = API + "/terminals/{terminal_id}";
  private static final String CACHE = API + "/cache/terminal";

  private final Authentication authentication;
  private final IdempotentActions idempotentActions;
  private final CarriedActions carriedActions;
  private final CartRoutes carts;
  private final ParkingRoutes parking;
  private final ExplanationRoutes explanations;
  private final TransactionRoutes transactions;
  private final Optional<ReportRoutes> reports;
  private final EventRoutes events;
  private final TenantRoutes tenants;
  private final MasterDataRoutes masterData;
  private final CacheRoutes cache;
  private final Optional<DeskRoutes> desk;
  private final Optional<DeskListRoutes> deskLists;
  private final OperatorRoutes operators;
  private final PageRoutes pages;

  /**
   * @param webThreads render the responses that are kept for repeated requests
   */
  RouteTable(
      WebUseCases useCases,
      String version,
      Clock clock,
      LoginThrottle throttle,
      Executor webThreads) {
    this.authentication =
        new Authentication(useCases.access().terminals(), useCases.access().tokens(), throttle);
    this.idempotentActions = new IdempotentActions(useCases.idempotentRequests(), webThreads);
    this.carriedActions = new CarriedActions(useCases.carriedCarts());
    this.carts = new CartRoutes(useCases.carts(), useCases.carriedCarts());
    this.parking = new ParkingRoutes(useCases.parking());
    this.explanations = new ExplanationRoutes(useCases.explanations());
    this.transactions = new TransactionRoutes(useCases.transactions(), useCases.reversals());
    this.reports = useCases.reports().map(ReportRoutes::new);
    this.events = new EventRoutes(useCases.events(), useCases.access().tokens(), throttle);
    this.tenants = new TenantRoutes(useCases.access().tenants());
    this.masterData = new MasterDataRoutes(useCases.browsers().masterData());
    this.pages = new PageRoutes(useCases.browsers().registerOrigins());
    this.cache =
        new CacheRoutes(useCases.access().terminalCache(), useCases.access().masterDataCache());
    this.desk = useCases.access().desk().map(cases -> new DeskRoutes(cases, throttle));
    this.deskLists = useCases.access().desk().map(DeskListRoutes::new);
    this.operators = new OperatorRoutes(useCases, version, clock, throttle);
  }

  List<Route> routes() {
    List<Route> deskRoutes = desk.map(this::deskRoutes).orElse(List.of());
    List<Route> listRoutes = deskLists.map(this::deskListRoutes).orElse(List.of());
    return Stream.of(
            cartRoutes(),
            logRoutes(),
            reportRoutes(),
            masterDataRoutes(),
            tenantRoutes(),
            deskRoutes,
            listRoutes,
            operators.routes(),
            pages.routes())
        .flatMap(List::stream)
        .toList();
  }

  private List<Route> cartRoutes() {
    return List.of(
        withBody(POST, API + "/carts", carts::create),
        bodyless(GET, API + "/carts", parking::list),
        bodyless(GET, CART, carts::get),
        bodyless(GET, CART + "/explain", explanations::explain),
        cartOnly(POST, CART + "/cancel", carts::cancel),
        withCart(POST, CART + "/lineItems", carts::addItems),
        cartOnly(POST, LINE + "/cancel", carts::cancelLine),
        withCart(PATCH, LINE + "/unitPrice", carts::changeUnitPrice),
        withCart(PATCH, LINE + "/quantity", carts::changeQuantity),
        withCart(POST, LINE + "/discounts", carts::discountLine),
        cartOnly(POST, CART + "/subtotal", carts::subtotal),
        withCart(POST, CART + "/discounts", carts::discountSubtotal),
        withCart(POST, CART + "/payments", carts::pay),
        cartOnly(POST, CART + "/bill", carts::bill),
        cartOnly(POST, CART + "/resume-item-entry", carts::resume),
        withBody(POST, CART + "/park", parking::park),
        bodyless(POST, CART + "/retrieve", parking::retrieve));
  }

  private List<Route> logRoutes() {
    return List.of(
        bodyless(GET, TRANSACTIONS, transactions::query),
        bodyless(GET, TRANSACTION, transactions::find),
        bodyless(GET, TRANSACTION + "/return", transactions::quoteReturn),
        withBody(
            POST, TRANSACTION + "/void", carriedActions.numbered(transactions::voidTransaction)),
        withBody(
            POST,
            TRANSACTION + "/return",
            carriedActions.numbered(transactions::returnTransaction)),
        new Route(POST, TRANSACTION + "/delivery-status", Body.PAYLOAD, events::acknowledge));
  }

  private List<Route> reportRoutes() {
    return reports
        .map(
            each ->
                List.of(
                    report(STORE, each::ofStore, each::ofStore),
                    report(TILL, each::ofTerminal, each::ofTerminal)))
        .orElse(List.of());
  }

  private Route report(String of, TenantAction forUser, TerminalAction forTerminal) {
    return new Route(
        GET, of + "/reports", Body.NONE, authentication.terminalOr(forUser, forTerminal));
  }

  private List<Route> masterDataRoutes() {
    String tenant = API + "/tenants/{tenant_id}";
    return List.of(
        bodyless(GET, tenant + "/items", masterData::items),
        bodyless(GET, tenant + "/stores/{store_code}/items", masterData::storePrices),
        bodyless(GET, tenant + "/categories", masterData::categories),
        bodyless(GET, tenant + "/payments", masterData::paymentMethods));
  }

  private List<Route> tenantRoutes() {
    return List.of(
        new Route(POST, API + "/tenants", Body.PAYLOAD, authentication.tenant(tenants::create)),
        new Route(GET, CACHE + "/status", Body.NONE, authentication.user(cache::status)),
        new Route(DELETE, CACHE, Body.NONE, authentication.user(cache::clear)),
        new Route(
            DELETE,
            API + "/cache/master-data",
            Body.NONE,
            authentication.administrator(cache::clearMasterData)));
  }

  private List<Route> deskRoutes(DeskRoutes routes) {
    return List.of(
        own(GET, "", Body.NONE, routes.own(routes::get)),
        own(PATCH, "/function_mode", Body.PAYLOAD, routes.own(once(routes::setFunctionMode))),
        own(PATCH, "/description", Body.PAYLOAD, routes.own(once(routes::describe))),
        own(POST, "/sign-in", Body.PAYLOAD, routes.ownWithNewToken(once(routes::signIn))),
        own(POST, "/sign-out", Body.NONE, routes.ownWithNewToken(once(routes::signOut))),
        own(POST, "/open", Body.PAYLOAD, routes.ownWithNewToken(once(routes::open))),
        own(POST, "/close", Body.PAYLOAD, routes.ownWithNewToken(once(routes::close))),
        own(POST, "/cash-in", Body.PAYLOAD, routes.own(once(routes::cashIn))),
        own(POST, "/cash-out", Body.PAYLOAD, routes.own(once(routes::cashOut))),
        new Route(POST, TERMINAL + "/delivery-status", Body.PAYLOAD, events::acknowledgeAtDesk));
  }

  private List<Route> deskListRoutes(DeskListRoutes routes) {
    return List.of(
        new Route(
            POST, API + "/auth/token", Body.NONE, authentication.terminalByKey(routes::token)),
        bodyless(GET, API + "/terminals", routes::terminals),
        bodyless(GET, API + "/tenants/{tenant_id}", routes::tenant),
        bodyless(GET, API + "/tenants/{tenant_id}/stores", routes::stores),
        bodyless(GET, API + "/tenants/{tenant_id}/stores/{store_code}", routes::store));
  }

  /** What a terminal does for itself, or a user of its tenant for it. */
  private Route own(HandlerType method, String change, Body body, TerminalAction action) {
    return new Route(method, TERMINAL + change, body, authentication.terminalOrUser(action));
  }

  /** The action, once per idempotency key. */
  private TerminalAction once(TerminalAction action) {
    return idempotentActions.of(action);
  }

  /** A change of a cart, which may come with the request. */
  private Route withCart(HandlerType method, String path, TerminalAction action) {
    return withBody(method, path, carriedActions.of(action));
  }

  /** A change of a cart that needs nothing else. */
  private Route cartOnly(HandlerType method, String path, TerminalAction action) {
    return new Route(method, path, Body.CART_ONLY, terminal(method, carriedActions.of(action)));
  }

  private Route withBody(HandlerType method, String path, TerminalAction action) {
    return new Route(method, path, Body.PAYLOAD, terminal(method, action));
  }

  private Route bodyless(HandlerType method, String path, TerminalAction action) {
    return new Route(method, path, Body.NONE, terminal(method, action));
  }

  /** Requests that change something can be repeated with an idempotency key. */
  private Endpoint.Action terminal(HandlerType method, TerminalAction action) {
    boolean changes = method.equals(POST) || method.equals(PATCH);
    return authentication.terminal(changes ? idempotentActions.of(action) : action);
  }
}
