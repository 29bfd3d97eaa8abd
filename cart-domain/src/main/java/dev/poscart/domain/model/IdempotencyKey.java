package dev.poscart.domain.model;

/**
 * The idempotency key of a request: chosen by the terminal, so that it can repeat the request and
 * get the same response. Keys of different terminals are independent.
 */
public record IdempotencyKey(TerminalKey terminal, String key) {

  public IdempotencyKey {
    Expect.notBlank("key", key);
  }
}
