package dev.poscart.app.config;

import dev.poscart.domain.usecase.access.TokenRules;
import java.util.Optional;

/**
 * The configuration of authentication.
 *
 * @param signingKey empty: tokens are not accepted
 * @param opsKey shows what the service knows about itself; empty: no API key does
 */
public record AccessConfig(
    Optional<SigningKey> signingKey,
    TokenRules tokens,
    TerminalCacheRules terminalCache,
    Optional<String> opsKey) {

  private static final int MAX_TERMINALS = 10_000;

  static AccessConfig read(VariableReader variables, boolean demo) {
    return new AccessConfig(
        variables
            .optional(Variable.SECRET_KEY)
            .map(secret -> SigningKey.read(secret, demo))
            .or(() -> demo ? Optional.of(SigningKey.DEMO) : Optional.empty()),
        new TokenRules(
            variables.seconds(Variable.TERMINAL_TOKEN_MAX_AGE_SECONDS),
            variables.truth(Variable.TERMINAL_TOKEN_CHECK)),
        new TerminalCacheRules(
            variables.truth(Variable.USE_TERMINAL_CACHE),
            variables.seconds(Variable.TERMINAL_CACHE_TTL_SECONDS),
            MAX_TERMINALS),
        KeyValues.optional(variables, Variable.OPS_API_KEY));
  }

  /** Omits the keys, since the text may be logged. */
  @Override
  public String toString() {
    return "AccessConfig[tokens=" + tokens + ", terminalCache=" + terminalCache + "]";
  }
}
