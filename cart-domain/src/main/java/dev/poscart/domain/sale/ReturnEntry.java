package dev.poscart.domain.sale;

/** Pieces of one line of a sale that come back. */
public record ReturnEntry(int lineNo, int quantity) {}
