package dev.poscart.domain.port;

import dev.poscart.domain.model.AccessToken;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Verifies access tokens. */
public interface TokenVerifier {

  /**
   * Verifies and reads a token.
   *
   * @return empty if the token is forged, expired, or of an unknown kind, without telling which
   */
  CompletionStage<Optional<AccessToken>> verify(String token);
}
