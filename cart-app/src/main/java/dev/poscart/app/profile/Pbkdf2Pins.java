package dev.poscart.app.profile;

import dev.poscart.domain.port.PinHashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes PINs with PBKDF2, so that a copy of the database does not show them at a glance. PINs have
 * few digits: what protects them is that attempts to sign in are limited.
 */
public final class Pbkdf2Pins implements PinHashes {

  private static final String FORM = "pbkdf2-sha256";
  private static final String SEPARATOR = ":";
  private static final int ROUNDS = 20_000;
  private static final int BITS = 256;

  /**
   * Hashes a PIN. The salt is derived from its owner, so that a profile that is loaded again
   * changes nothing.
   *
   * @param owner unique, such as tenant and staff id
   */
  static String hash(String pin, String owner) {
    String salt = HexFormat.of().formatHex(digest("poscart pin\0" + owner), 0, 16);
    return hash(pin, salt, ROUNDS);
  }

  /** Checks on a thread of its own pool, because hashing takes some milliseconds. */
  @Override
  public CompletionStage<Boolean> matches(String pin, String hash) {
    return CompletableFuture.supplyAsync(() -> isOf(pin, hash));
  }

  private static boolean isOf(String pin, String hash) {
    String[] parts = hash.split(SEPARATOR, -1);
    return parts.length == 4
        && parts[0].equals(FORM)
        && MessageDigest.isEqual(
            bytes(hash), bytes(hash(pin, parts[2], Integer.parseInt(parts[1]))));
  }

  private static String hash(String pin, String salt, int rounds) {
    try {
      PBEKeySpec spec =
          new PBEKeySpec(pin.toCharArray(), HexFormat.of().parseHex(salt), rounds, BITS);
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return String.join(
          SEPARATOR, FORM, String.valueOf(rounds), salt, HexFormat.of().formatHex(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2WithHmacSHA256: missing in this JVM", e);
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256: missing in this JVM", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
