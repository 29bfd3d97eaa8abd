package dev.poscart.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code Idempotency-Key}, by which a terminal marks a request that it may repeat. */
final class IdempotencyKeyHeader {

  static final String HEADER = "Idempotency-Key";

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private IdempotencyKeyHeader() {}

  /**
   * Reads all lines of the header.
   *
   * @throws InvalidRequest unless the header is absent, or occurs once with 1 to 255 visible ASCII
   *     characters
   */
  static Optional<String> read(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    if (lines.size() > 1 || !VISIBLE.matcher(lines.get(0)).matches()) {
      throw new InvalidRequest(
          List.of(
              new Problem(
                  "header -> " + HEADER, "Input should be 1 to 255 visible ASCII characters")));
    }
    return Optional.of(lines.get(0));
  }
}
