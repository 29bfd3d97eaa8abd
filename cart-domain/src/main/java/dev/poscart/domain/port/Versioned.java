package dev.poscart.domain.port;

/**
 * A stored value with its version.
 *
 * @param version 1 when first stored, incremented by each replacement
 */
public record Versioned<T>(T value, long version) {}
