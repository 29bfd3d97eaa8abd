package dev.poscart.web;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.usecase.access.TokenAuthentication;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What the page for the person on duty reads. It needs the API key of operators or a token of a
 * user of any tenant, unless it is open. Nothing else of the service is asked, so that it answers
 * while parts are down.
 */
final class OpsRoutes {

  private static final Duration HOUR = Duration.ofHours(1);

  private final OpsUseCases useCases;
  private final TokenAuthentication tokens;
  private final LoginThrottle throttle;

  OpsRoutes(OpsUseCases useCases, TokenAuthentication tokens, LoginThrottle throttle) {
    this.useCases = useCases;
    this.tokens = tokens;
    this.throttle = throttle;
  }

  CompletionStage<Renderable> state(ApiRequest request) {
    return useCases.open()
        ? state(last(request))
        : throttle
            .guard(request, () -> authenticate(request))
            .thenCompose(known -> state(last(request)));
  }

  private CompletionStage<Renderable> state(Duration last) {
    return completedFuture(() -> Answer.of(200, useCases.source().json(last)).compressible());
  }

  /** A page that has older samples need not read them again. */
  private static Duration last(ApiRequest request) {
    Optional<Integer> seconds = QueryRequest.number(request, "seconds");
    request.problems().throwIfAny();
    return seconds.map(Duration::ofSeconds).orElse(HOUR);
  }

  private CompletionStage<Boolean> authenticate(ApiRequest request) {
    if (ApiKeys.opens(useCases.key(), request)) {
      return completedFuture(true);
    }
    return request
        .bearerToken()
        .map(tokens::user)
        .orElseGet(() -> completedFuture(Optional.empty()))
        .thenApply(user -> expect(user.isPresent()));
  }

  private static boolean expect(boolean known) {
    if (!known) {
      throw new Refused(
          Refusal.NOT_AUTHENTICATED, "API key of operators or token of a user required");
    }
    return true;
  }
}
