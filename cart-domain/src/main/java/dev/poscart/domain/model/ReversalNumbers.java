package dev.poscart.domain.model;

/**
 * What a terminal gives to a void or return that it numbers itself.
 *
 * @param id the same at each attempt, and of no other operation
 */
public record ReversalNumbers(CartId id, TerminalNumbers numbers) {}
