package dev.poscart.domain.port;

/**
 * A stored value and its version.
 *
 * @param version 1 when first stored, one more with each replacement
 */
public record Versioned<T>(T value, long version) {}
