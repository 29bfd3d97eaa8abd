package dev.poscart.app.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalToken;
import dev.poscart.domain.port.TerminalTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Issues the tokens of terminals in the form of kugelpos's terminal service. */
public final class TerminalTokenIssuer implements TerminalTokens {

  private final JWSSigner signer;
  private final Duration life;
  private final Clock clock;

  /**
   * Creates an issuer for one secret.
   *
   * @param secret at least 32 bytes (RFC 7518, section 3.2)
   */
  public TerminalTokenIssuer(byte[] secret, Duration life, Clock clock) {
    this.life = life;
    this.clock = clock;
    try {
      this.signer = new MACSigner(secret);
    } catch (JOSEException e) {
      throw new IllegalArgumentException(
          "secret: " + secret.length + " bytes (expected: >= 32)", e);
    }
  }

  @Override
  public CompletionStage<TerminalToken> issue(Terminal terminal) {
    Instant now = clock.instant();
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(terminal, now));
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign with a secret that was checked", e);
    }
    return CompletableFuture.completedFuture(
        new TerminalToken(token.serialize(), life.toSeconds()));
  }

  private JWTClaimsSet claims(Terminal terminal, Instant now) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject("terminal:" + terminal.key().terminalId())
            .issuer("terminal-service")
            .claim("token_type", "terminal")
            .claim("tenant_id", terminal.key().tenantId())
            .claim("store_code", terminal.key().storeCode())
            .claim("terminal_no", terminal.key().terminalNo())
            .claim("terminal_id", terminal.key().terminalId())
            .claim("status", status(terminal.status()))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(life)));
    if (terminal.session().hasBusinessDate()) {
      claims
          .claim("business_date", terminal.session().businessDate())
          .claim("open_counter", terminal.session().openCounter())
          .claim("business_counter", terminal.session().businessCounter());
    }
    terminal
        .staff()
        .ifPresent(staff -> claims.claim("staff_id", staff.id()).claim("staff_name", staff.name()));
    return claims.build();
  }

  private static String status(Terminal.Status status) {
    return switch (status) {
      case IDLE -> "Idle";
      case OPENED -> "Opened";
      case CLOSED -> "Closed";
    };
  }
}
