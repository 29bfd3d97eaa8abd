package dev.poscart.web;

import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.usecase.access.TerminalAuthentication;
import dev.poscart.domain.usecase.access.TokenAuthentication;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Authenticates requests before their action runs. The response does not reveal why authentication
 * failed.
 */
final class Authentication {

  private static final String NOT_VALID = "Could not validate credentials";

  private final TerminalAuthentication terminals;
  private final TokenAuthentication tokens;
  private final LoginThrottle throttle;

  Authentication(
      TerminalAuthentication terminals, TokenAuthentication tokens, LoginThrottle throttle) {
    this.terminals = terminals;
    this.tokens = tokens;
    this.throttle = throttle;
  }

  /** An action of an authenticated terminal. */
  @FunctionalInterface
  interface TerminalAction {
    CompletionStage<Renderable> run(Terminal terminal, ApiRequest request);
  }

  /** An action of an authenticated user or terminal of a tenant. */
  @FunctionalInterface
  interface TenantAction {
    CompletionStage<Renderable> run(String tenantId, ApiRequest request);
  }

  /** Requires a terminal: by token, or else by API key. */
  Endpoint.Action terminal(TerminalAction action) {
    return guarded(request -> authenticate(request, Authentication::noUser), action::run);
  }

  /** Requires a terminal, or a user of its tenant who acts at the terminal that the path names. */
  Endpoint.Action terminalOrUser(TerminalAction action) {
    return guarded(request -> authenticate(request, this::userAt), action::run);
  }

  /** Requires a terminal, or a user of a tenant, who need not be at a terminal. */
  Endpoint.Action terminalOr(TenantAction ofUser, TerminalAction ofTerminal) {
    return guarded(
        request ->
            tenantOfUser(request).thenCompose(user -> bound(request, user, ofUser, ofTerminal)),
        Endpoint.Action::run);
  }

  private CompletionStage<Endpoint.Action> bound(
      ApiRequest request, Optional<String> user, TenantAction ofUser, TerminalAction ofTerminal) {
    return user.isPresent()
        ? CompletableFuture.completedFuture(by -> ofUser.run(user.get(), by))
        : authenticate(request, Authentication::noUser)
            .thenApply(terminal -> by -> ofTerminal.run(terminal, by));
  }

  private CompletionStage<Optional<String>> tenantOfUser(ApiRequest request) {
    return request
        .bearerToken()
        .map(token -> tokens.user(token).thenApply(user -> user.map(AccessToken.OfUser::tenantId)))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletionStage<Optional<Terminal>> userAt(ApiRequest request, String token) {
    return tokens.userAt(request.terminalId().orElse(""), token);
  }

  private static CompletionStage<Optional<Terminal>> noUser(ApiRequest request, String token) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** Requires a terminal by API key. */
  Endpoint.Action terminalByKey(TerminalAction action) {
    return guarded(request -> byApiKey(request, "API key is required"), action::run);
  }

  /** Requires a user of a tenant, by token. */
  Endpoint.Action user(TenantAction action) {
    return guarded(
        request ->
            byToken(
                request,
                NOT_VALID,
                token -> tokens.user(token).thenApply(user -> user.map(u -> u.tenantId()))),
        action::run);
  }

  /** Requires a superuser of a tenant or a service, by token. */
  Endpoint.Action administrator(TenantAction action) {
    return guarded(request -> byToken(request, NOT_VALID, tokens::administrator), action::run);
  }

  /** Requires a user or a terminal of a tenant, by token. */
  Endpoint.Action tenant(TenantAction action) {
    return guarded(
        request ->
            byToken(request, "Unauthorized access : No token or API-KEY provided", tokens::tenant),
        action::run);
  }

  private <T> Endpoint.Action guarded(
      Function<ApiRequest, CompletionStage<T>> authentication,
      BiFunction<T, ApiRequest, CompletionStage<Renderable>> action) {
    return request ->
        throttle
            .guard(request, () -> authentication.apply(request))
            .thenCompose(caller -> action.apply(caller, request));
  }

  /**
   * @param user finds the terminal of a token that is not a terminal's
   */
  private CompletionStage<Terminal> authenticate(
      ApiRequest request,
      BiFunction<ApiRequest, String, CompletionStage<Optional<Terminal>>> user) {
    Optional<String> token = request.bearerToken();
    if (token.isEmpty()) {
      return byApiKey(request, "Terminal JWT or API key required");
    }
    return tokens
        .terminal(token.get())
        .thenCompose(
            found ->
                found.isPresent()
                    ? CompletableFuture.completedFuture(found)
                    : user.apply(request, token.get()))
        .thenCompose(
            terminal ->
                terminal
                    .<CompletionStage<Terminal>>map(CompletableFuture::completedFuture)
                    .orElseGet(() -> byApiKey(request, NOT_VALID)));
  }

  private CompletionStage<Terminal> byApiKey(ApiRequest request, String otherwise) {
    Optional<String> terminalId = request.terminalId();
    Optional<String> apiKey = request.apiKey();
    if (terminalId.isEmpty() || apiKey.isEmpty()) {
      throw notAuthenticated(otherwise);
    }
    return terminals.authenticate(terminalId.get(), apiKey.get());
  }

  private static CompletionStage<String> byToken(
      ApiRequest request,
      String otherwise,
      Function<String, CompletionStage<Optional<String>>> tenantOf) {
    String token = request.bearerToken().orElseThrow(() -> notAuthenticated(otherwise));
    return tenantOf
        .apply(token)
        .thenApply(tenantId -> tenantId.orElseThrow(() -> notAuthenticated(NOT_VALID)));
  }

  private static Refused notAuthenticated(String detail) {
    return new Refused(Refusal.NOT_AUTHENTICATED, detail);
  }
}
