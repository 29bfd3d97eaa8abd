package dev.poscart.web;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.change.Precondition;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A request, copied from the connection so that any thread may read it, even after the connection
 * is closed. Problems with several of its parts are collected and reported together.
 */
final class ApiRequest {

  private static final String BEARER = "Bearer ";

  private final Map<String, String> path;
  private final Map<String, List<String>> query;
  private final Optional<String> apiKey;
  private final Optional<String> authorization;
  private final Optional<String> accept;
  private final String source;
  private final ReceivedBody body;
  private final List<String> ifMatch;
  private final List<String> idempotencyKey;
  private final Supplier<RequestFingerprint> fingerprint;
  private final UnaryOperator<ChangeContext> context;
  private final Problems problems = new Problems();

  ApiRequest(Context ctx, Route route, ReceivedBody received) {
    this.path = Map.copyOf(ctx.pathParamMap());
    this.query = QueryString.parse(Optional.ofNullable(ctx.queryString()));
    this.apiKey = Optional.ofNullable(ctx.header("X-API-KEY")).filter(key -> !key.isEmpty());
    this.ifMatch = List.copyOf(Collections.list(ctx.req().getHeaders("If-Match")));
    this.authorization = Optional.ofNullable(ctx.header("Authorization"));
    this.accept = Optional.ofNullable(ctx.header("Accept"));
    this.source = String.valueOf(ctx.req().getRemoteAddr());
    this.body = received;
    this.idempotencyKey =
        List.copyOf(Collections.list(ctx.req().getHeaders(IdempotencyKeyHeader.HEADER)));
    String target = ctx.req().getRequestURI();
    this.fingerprint = () -> FingerprintRules.of(route, path, received, target);
    this.context = plain -> plain;
  }

  private ApiRequest(ApiRequest request, UnaryOperator<ChangeContext> more) {
    this.path = request.path;
    this.query = request.query;
    this.apiKey = request.apiKey;
    this.ifMatch = request.ifMatch;
    this.authorization = request.authorization;
    this.accept = request.accept;
    this.source = request.source;
    this.body = request.body;
    this.idempotencyKey = request.idempotencyKey;
    this.fingerprint = request.fingerprint;
    this.context = plain -> more.apply(request.context.apply(plain));
  }

  /** This request as an attempt at the given change. */
  ApiRequest as(ChangeId id) {
    return new ApiRequest(this, plain -> plain.once(id));
  }

  /** This request with the cart that it has brought, verified. */
  ApiRequest carrying(CarriedCart cart) {
    return new ApiRequest(this, plain -> plain.carrying(cart));
  }

  /** This request with the numbers for the void or return that it asks for. */
  ApiRequest numbered(ReversalNumbers given) {
    return new ApiRequest(this, plain -> plain.numbered(given));
  }

  /** What the request brings signed, a cart or numbers; not verified. */
  Optional<SignedSnapshot> snapshot() {
    return body.snapshot();
  }

  /** The numbers that came unsigned. */
  Optional<Json> unsignedNumbers() {
    return body.numbers();
  }

  /** The context of a change to which {@code If-Match} does not apply. */
  ChangeContext attempt(Terminal terminal) {
    return context.apply(ChangeContext.by(terminal));
  }

  /**
   * The context of a change to a cart.
   *
   * @throws InvalidRequest if {@code If-Match} is malformed
   */
  ChangeContext change(Terminal terminal) {
    Precondition condition = IfMatch.read(ifMatch, problems);
    problems.throwIfAny();
    return attempt(terminal).onlyIf(condition);
  }

  /**
   * The idempotency key.
   *
   * @throws InvalidRequest if the header is malformed
   */
  Optional<String> idempotencyKey() {
    return IdempotencyKeyHeader.read(idempotencyKey);
  }

  /** A fingerprint that tells this request from others under the same idempotency key. */
  RequestFingerprint fingerprint() {
    return fingerprint.get();
  }

  /** The address of the connection's peer; forwarding headers are not trusted. */
  String source() {
    return source;
  }

  /** Whether the request carries credentials of any kind. */
  boolean showsCredential() {
    return apiKey.isPresent() || authorization.isPresent();
  }

  /** All credentials of the request, as one text. Secret. */
  String credential() {
    return apiKey.orElse("") + "\0" + authorization.orElse("");
  }

  Optional<String> apiKey() {
    return apiKey;
  }

  /** The token in an {@code Authorization} header with the bearer scheme. */
  Optional<String> bearerToken() {
    return authorization
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip())
        .filter(token -> !token.isEmpty());
  }

  /** The id of the terminal that the request claims to come from, in its path or its query. */
  Optional<String> terminalId() {
    return Optional.of(path("terminal_id"))
        .filter(id -> !id.isEmpty())
        .or(() -> query("terminal_id").filter(id -> !id.isEmpty()));
  }

  Optional<String> accept() {
    return accept;
  }

  /** A parameter that may be given once; if it is repeated, the last value counts. */
  Optional<String> query(String name) {
    List<String> values = queryAll(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  List<String> queryAll(String name) {
    return query.getOrDefault(name, List.of());
  }

  String path(String name) {
    return path.getOrDefault(name, "");
  }

  /** A text of the path that must not be blank. */
  String pathText(String name) {
    if (path(name).isBlank()) {
      problems.add("path -> " + name, "Field required");
    }
    return path(name);
  }

  /**
   * A whole number in the path. Values outside the range of {@code int} become its smallest or
   * largest value, which no stored number has, so that the result is "not found".
   */
  int pathNumber(String name) {
    Optional<BigDecimal> number = LenientNumbers.whole(new Json.Text(path(name)));
    if (number.isEmpty()) {
      problems.add("path -> " + name, "Input should be a valid integer");
      return 0;
    }
    return LenientNumbers.saturated(number.get());
  }

  /** The number of the terminal that the path names. Answers repeat it, so it must be exact. */
  int pathTerminalNo() {
    Optional<Integer> number = LenientNumbers.integer(new Json.Text(path("terminal_no")), 0);
    if (number.isEmpty()) {
      problems.add("path -> terminal_no", LenientNumbers.expected(0));
    }
    return number.orElse(0);
  }

  CartId cartId() {
    String id = path("cart_id");
    if (id.isBlank()) {
      throw new Refused(
          Refusal.CART_NOT_FOUND, "Cart not found. ", new Subject(Subject.Kind.CART, id));
    }
    return new CartId(id);
  }

  /**
   * Reads the body.
   *
   * @throws InvalidRequest with all problems found in the request
   */
  <T> T body(BiFunction<Json, Problems, T> reader) {
    Optional<Json> json = body.json();
    if (json.isEmpty()) {
      problems.add("body", "Field required");
      problems.throwIfAny();
    }
    T value = reader.apply(json.orElseThrow(), problems);
    problems.throwIfAny();
    return value;
  }

  /** Reads the body like {@link #body}; empty if none was sent. */
  <T> Optional<T> bodyIfAny(BiFunction<Json, Problems, T> reader) {
    return body.json().map(sent -> body(reader));
  }

  Problems problems() {
    return problems;
  }
}
