package dev.poscart.domain.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash of API keys, of the log's chain and of idempotent requests. */
public final class Sha256 {

  private Sha256() {}

  /** A digest that has seen nothing yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing (expected: in every Java)", e);
    }
  }
}
