package dev.poscart.domain.port;

/** Generates ids: random in production, predictable in tests. The only synchronous port. */
public interface Identifiers {

  /** A new random UUID (version 4) in its usual text form. */
  String newUuid();
}
