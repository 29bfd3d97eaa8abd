package dev.poscart.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What the shop tells the person on duty: always the same, and how far back it was asked. */
final class ShopOps {

  static final String KEY = "key-of-the-operators";

  static final OpsUseCases USE_CASES = new OpsUseCases(ShopOps::state, Optional.of(KEY), false);

  private ShopOps() {}

  private static byte[] state(Duration last) {
    try (InputStream in =
        Objects.requireNonNull(ShopOps.class.getResourceAsStream("ops-state.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("LAST", String.valueOf(last.toSeconds()))
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
