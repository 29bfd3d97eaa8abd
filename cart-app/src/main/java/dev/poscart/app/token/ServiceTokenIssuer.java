package dev.poscart.app.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Issues the tokens with which this service authenticates to its peer services: HS256 with the
 * shared secret, for one tenant, valid for a few minutes.
 */
public final class ServiceTokenIssuer {

  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String SERVICE = "cart";

  private final JWSSigner signer;
  private final Clock clock;

  /**
   * Creates an issuer for one secret.
   *
   * @param secret at least 32 bytes (RFC 7518, section 3.2)
   */
  public ServiceTokenIssuer(byte[] secret, Clock clock) {
    this.clock = clock;
    try {
      this.signer = new MACSigner(secret);
    } catch (JOSEException e) {
      throw new IllegalArgumentException(
          "secret: " + secret.length + " bytes (expected: >= 32)", e);
    }
  }

  /** Issues a token for requests about this tenant. */
  public String issue(String tenantId) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject("service:" + SERVICE)
            .issuer(SERVICE)
            .claim("service", SERVICE)
            .claim("is_service_account", true)
            .claim("tenant_id", tenantId)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with a secret that was checked", e);
    }
    return token.serialize();
  }
}
