package dev.poscart.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** API keys that are not a terminal's. */
final class ApiKeys {

  private ApiKeys() {}

  /** Whether the request has the key; compared in constant time. */
  static boolean opens(Optional<String> key, ApiRequest request) {
    return key.isPresent()
        && request.apiKey().filter(given -> isSame(key.get(), given)).isPresent();
  }

  private static boolean isSame(String key, String given) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
