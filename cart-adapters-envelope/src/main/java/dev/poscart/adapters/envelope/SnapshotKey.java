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
  private final Mac keyed;
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
    this.keyed = keyed(secret);
    this.tenants = Set.copyOf(tenants);
    this.until = until;
  }

  private static Mac keyed(byte[] secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  String kid() {
    return kid;
  }

  boolean isUsable(String tenantId, Instant now) {
    return (tenants.isEmpty() || tenants.contains(tenantId))
        && until.map(end -> now.isBefore(end)).orElse(true);
  }

  /** The signature of a canonical text: 64 lower-case hexadecimal digits. */
  String sign(SignedText canonical) {
    try {
      // A clone has its key already, and is not shared with other threads.
      Mac mac = (Mac) keyed.clone();
      canonical.pieces().forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every Java platform clones " + ALGORITHM, e);
    }
  }

  /** Compares in a time that does not depend on where the signatures differ. */
  boolean verifies(SignedText canonical, String signature) {
    return MessageDigest.isEqual(
        sign(canonical).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "SnapshotKey[" + kid + "]";
  }
}
