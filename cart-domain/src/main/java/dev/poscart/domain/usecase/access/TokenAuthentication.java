package dev.poscart.domain.usecase.access;

import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.port.TokenVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Authenticates the bearers of tokens. The result is empty for a token that is forged, too old or
 * of another kind.
 */
public final class TokenAuthentication {

  /** Tolerated difference between the clocks of the issuer and this service. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  /** Times in tokens are truncated to whole seconds. */
  private static final Duration TOKEN_TICK = Duration.ofSeconds(1);

  private final TokenVerifier verifier;
  private final TerminalDirectory terminals;
  private final TokenRules rules;
  private final Clock clock;

  public TokenAuthentication(
      TokenVerifier verifier, TerminalDirectory terminals, TokenRules rules, Clock clock) {
    this.verifier = verifier;
    this.terminals = terminals;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The terminal that bears the token, as described by the token, but closed or without staff if
   * the directory says so.
   */
  public CompletionStage<Optional<Terminal>> terminal(String token) {
    return only(AccessToken.OfTerminal.class, token)
        .thenCompose(
            found ->
                found
                    .filter(this::isFresh)
                    .map(this::current)
                    .orElseGet(() -> Stages.completed(Optional.empty())));
  }

  /** The tenant of the terminal or user that bears the token. */
  public CompletionStage<Optional<String>> tenant(String token) {
    return user(token)
        .thenCompose(
            user ->
                user.isPresent()
                    ? Stages.completed(user.map(AccessToken::tenantId))
                    : terminal(token).thenApply(found -> found.map(t -> t.key().tenantId())));
  }

  /** The user that bears the token. */
  public CompletionStage<Optional<AccessToken.OfUser>> user(String token) {
    return only(AccessToken.OfUser.class, token);
  }

  /**
   * The terminal at which the user who bears the token acts.
   *
   * @return empty without a user; fails with {@link Refusal#NOT_FOUND} if the user's tenant has no
   *     such terminal
   */
  public CompletionStage<Optional<Terminal>> userAt(String terminalId, String token) {
    return user(token)
        .thenCompose(
            user ->
                user.isPresent()
                    ? at(terminalId, user.get().tenantId()).thenApply(Optional::of)
                    : Stages.completed(Optional.empty()));
  }

  private CompletionStage<Terminal> at(String terminalId, String tenantId) {
    return TerminalKey.parse(terminalId)
        .filter(key -> key.tenantId().equals(tenantId))
        .map(key -> terminals.find(key, clock.instant().minus(rules.terminalMaxAge())))
        .orElseGet(() -> Stages.completed(Optional.empty()))
        .thenApply(
            found ->
                found.orElseThrow(
                    () -> new Refused(Refusal.NOT_FOUND, "Terminal not found: " + terminalId)));
  }

  /**
   * The tenant of the superuser or service that bears the token.
   *
   * @return fails with {@link Refusal#NOT_PERMITTED} for any other user
   */
  public CompletionStage<Optional<String>> administrator(String token) {
    return Stages.attempt(() -> verifier.verify(token))
        .thenApply(
            found -> {
              if (found.isPresent()
                  && found.get() instanceof AccessToken.OfUser user
                  && !user.isSuperuser()) {
                throw new Refused(Refusal.NOT_PERMITTED, "Not a superuser: " + user.subject());
              }
              return found
                  .filter(bearer -> !(bearer instanceof AccessToken.OfTerminal))
                  .map(AccessToken::tenantId);
            });
  }

  /** The service that bears the token. */
  public CompletionStage<Optional<AccessToken.OfService>> service(String token) {
    return only(AccessToken.OfService.class, token);
  }

  private <T extends AccessToken> CompletionStage<Optional<T>> only(Class<T> kind, String token) {
    return Stages.attempt(() -> verifier.verify(token))
        .thenApply(found -> found.filter(kind::isInstance).map(kind::cast));
  }

  private boolean isFresh(AccessToken.OfTerminal token) {
    Duration age = Duration.between(token.issuedAt(), clock.instant());
    return age.compareTo(rules.terminalMaxAge()) <= 0 && age.compareTo(CLOCK_SKEW.negated()) >= 0;
  }

  /** What the directory knew before the token was issued is irrelevant. */
  private CompletionStage<Optional<Terminal>> current(AccessToken.OfTerminal token) {
    Terminal claimed = token.terminal();
    if (!rules.checkedAgainstDirectory()) {
      return Stages.completed(Optional.of(claimed));
    }
    Instant notBefore = token.issuedAt().plus(TOKEN_TICK);
    return terminals
        .find(claimed.key(), notBefore)
        .thenApply(known -> Optional.of(known.map(seen -> live(claimed, seen)).orElse(claimed)));
  }

  /** The desk knows its terminals better than a token that was issued some time ago. */
  private static Terminal live(Terminal claimed, Terminal known) {
    return known.ofDesk() ? known : lessWhatIsOver(claimed, known);
  }

  /**
   * The directory can only restrict. Otherwise the staff and the whole session of the token are
   * kept: the token may come from a terminal service that the directory does not follow, and mixing
   * date and counters of two sources would create a session that never existed.
   */
  private static Terminal lessWhatIsOver(Terminal claimed, Terminal known) {
    boolean opened = known.status() == Terminal.Status.OPENED;
    return claimed
        .withStatus(opened ? claimed.status() : known.status())
        .withStaff(known.staff().isPresent() ? claimed.staff() : Optional.empty());
  }
}
