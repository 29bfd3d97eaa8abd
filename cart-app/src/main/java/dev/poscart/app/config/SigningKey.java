package dev.poscart.app.config;

import java.nio.charset.StandardCharsets;

/** The secret that tokens are signed with. Never shows itself. */
public final class SigningKey {

  /** Known to everybody who has read the sources; for the demo store only. */
  static final SigningKey DEMO = new SigningKey("test-secret-key-for-development-only");

  private static final int MIN_BYTES = 32;

  private final String secret;

  private SigningKey(String secret) {
    this.secret = secret;
  }

  /**
   * Reads what an operator gave. A refusal does not repeat the value: it goes to the console.
   *
   * @param demo whether the public key will do
   */
  static SigningKey read(String secret, boolean demo) {
    SigningKey key = new SigningKey(secret);
    if (key.bytes().length < MIN_BYTES) {
      throw new ConfigurationException(
          "SECRET_KEY: " + key.bytes().length + " bytes (expected: at least " + MIN_BYTES + ")");
    }
    if (secret.equals(DEMO.secret) && !demo) {
      throw new ConfigurationException(
          "SECRET_KEY: the public development key (expected: a secret of your own, because anybody"
              + " could sign tokens for your terminals; or none, if they use API keys only)");
    }
    return key;
  }

  /** The secret as UTF-8; a copy. */
  public byte[] bytes() {
    return secret.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "SigningKey[...]";
  }
}
