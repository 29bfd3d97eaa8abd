package dev.poscart.domain.port;

import dev.poscart.domain.model.AccessToken;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Tells genuine tokens from others. */
public interface TokenVerifier {

  /**
   * Reads a token.
   *
   * @return empty if it is not genuine, has expired, or is of no known kind; which of these is not
   *     told
   */
  CompletionStage<Optional<AccessToken>> verify(String token);
}
