package dev.poscart.app.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.port.TokenVerifier;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Verifies JSON web tokens signed with HMAC-SHA-256 (HS256). A token is rejected if its header
 * names another algorithm or none, or if it has no expiry.
 */
public final class HmacTokenVerifier implements TokenVerifier {

  /** Tolerated lead of the issuer's clock. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private final JWSVerifier verifier;
  private final Clock clock;

  /**
   * Creates a verifier for one secret.
   *
   * @param secret at least 32 bytes (RFC 7518, section 3.2)
   */
  public HmacTokenVerifier(byte[] secret, Clock clock) {
    this.clock = clock;
    try {
      this.verifier = new MACVerifier(secret);
    } catch (JOSEException e) {
      throw new IllegalArgumentException(
          "secret: " + secret.length + " bytes (expected: >= 32)", e);
    }
  }

  @Override
  public CompletionStage<Optional<AccessToken>> verify(String token) {
    return CompletableFuture.completedFuture(
        genuine(token)
            .filter(this::isValidNow)
            .flatMap(claims -> new TokenClaims(claims.getClaims()).read()));
  }

  private Optional<JWTClaimsSet> genuine(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      boolean ours =
          JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
              // No extensions are supported, so a token that requires one must be rejected (RFC
              // 7515, section 4.1.11).
              && jwt.getHeader().getCriticalParams() == null
              && jwt.verify(verifier);
      return ours ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isValidNow(JWTClaimsSet claims) {
    Instant now = clock.instant();
    boolean expires =
        Optional.ofNullable(claims.getExpirationTime())
            .map(Date::toInstant)
            .filter(now::isBefore)
            .isPresent();
    boolean begun =
        Optional.ofNullable(claims.getNotBeforeTime())
            .map(Date::toInstant)
            .filter(now.plus(CLOCK_SKEW)::isBefore)
            .isEmpty();
    return expires && begun;
  }
}
