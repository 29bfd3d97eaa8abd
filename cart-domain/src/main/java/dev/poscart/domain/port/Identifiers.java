package dev.poscart.domain.port;

/** Makes ids; random in production, predictable in tests. The one port that answers at once. */
public interface Identifiers {

  /** A new random UUID (version 4) in the usual text form. */
  String newUuid();
}
