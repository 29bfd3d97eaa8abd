package dev.poscart.adapters.envelope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One key of the ring. {@link #toString()} does not reveal it. */
final class SnapshotKey {

  /** As long as the hash: a shorter key would be easier to guess than the signature. */
  static final int MIN_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final String kid;
  private final SecretKeySpec secret;
  private final Set<String> tenants;
  private final Optional<Instant> until;

  /**
   * @param kid the key's id; envelopes name it
   * @param secret at least {@link #MIN_BYTES} bytes
   * @param tenants those whose carts it signs and verifies; empty: all
   * @param until from this moment on, it neither signs nor verifies; empty: no end
   */
  SnapshotKey(String kid, byte[] secret, Set<String> tenants, Optional<Instant> until) {
    this.kid = kid;
    this.secret = new SecretKeySpec(secret, ALGORITHM);
    this.tenants = Set.copyOf(tenants);
    this.until = until;
  }

  String kid() {
    return kid;
  }

  boolean isUsable(String tenantId, Instant now) {
    return (tenants.isEmpty() || tenants.contains(tenantId))
        && until.map(end -> now.isBefore(end)).orElse(true);
  }

  /** The signature of a canonical text: 64 lower-case hexadecimal digits. */
  String sign(String canonical) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(canonical.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Compares in a time that does not depend on where the signatures differ. */
  boolean verifies(String canonical, String signature) {
    return MessageDigest.isEqual(
        sign(canonical).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "SnapshotKey[" + kid + "]";
  }
}
