package dev.poscart.domain.model;

/**
 * The key that a terminal gives to a request, so that it can ask again for the answer. Two
 * terminals may use the same one.
 */
public record RequestKey(TerminalKey terminal, String key) {

  public RequestKey {
    Expect.notBlank("key", key);
  }
}
