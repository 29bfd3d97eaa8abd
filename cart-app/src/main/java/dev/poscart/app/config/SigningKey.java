package dev.poscart.app.config;

import java.nio.charset.StandardCharsets;

/** The secret with which tokens are signed. {@link #toString()} does not reveal it. */
public final class SigningKey {

  /** Public, since it is in the source code: only for the demo store. */
  static final SigningKey DEMO = new SigningKey("test-secret-key-for-development-only");

  private static final int MIN_BYTES = 32;

  private final String secret;

  private SigningKey(String secret) {
    this.secret = secret;
  }

  /**
   * Reads the secret. Error messages omit it because they go to the console.
   *
   * @param demo whether the public demo secret is acceptable
   */
  static SigningKey read(String secret, boolean demo) {
    SigningKey key = new SigningKey(secret);
    if (key.bytes().length < MIN_BYTES) {
      throw new ConfigurationException(
          "SECRET_KEY: " + key.bytes().length + " bytes (expected: at least " + MIN_BYTES + ")");
    }
    if (secret.equals(DEMO.secret) && !demo) {
      throw new ConfigurationException(
          "SECRET_KEY: the public development key (expected: a secret of your own, because with"
              + " this one anyone could sign tokens for your terminals; or none, if they use"
              + " API keys only)");
    }
    return key;
  }

  /** The secret in UTF-8, as a new array. */
  public byte[] bytes() {
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SigningKey[...]";
  }
}
