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
 * Issues tokens by which this service shows its peer services who asks: HMAC with SHA-256 and the
 * secret that all of them share, for one tenant, for a short time.
 */
public final class ServiceTokenIssuer {

  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final String SERVICE = "cart";

  private final JWSSigner signer;
  private final Clock clock;

  /**
   * Signs with one secret.
   *
   * @param secret at least 32 bytes, as the algorithm asks for (RFC 7518, section 3.2)
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

  /** A fresh token for questions about a tenant. */
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
      throw new IllegalStateException("a checked secret cannot sign", e);
    }
    return token.serialize();
  }
}
