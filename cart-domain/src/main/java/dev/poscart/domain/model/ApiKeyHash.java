package dev.poscart.domain.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The stored form of a terminal's API key: SHA-256 over terminal id and key, so that equal keys of
 * two terminals have different hashes. Keys are long and random, so a slow password hash would only
 * cost time.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ApiKeyHash(String hex) {

  public static ApiKeyHash of(TerminalKey terminal, String apiKey) {
    MessageDigest digest = Sha256.digest();
    digest.update(terminal.terminalId().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(apiKey.getBytes(StandardCharsets.UTF_8));
    return new ApiKeyHash(HexFormat.of().formatHex(digest.digest()));
  }

  /** Compares in constant time, so that the duration reveals nothing about the stored hash. */
  public boolean matches(TerminalKey terminal, String apiKey) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII),
        of(terminal, apiKey).hex.getBytes(StandardCharsets.US_ASCII));
  }
}
