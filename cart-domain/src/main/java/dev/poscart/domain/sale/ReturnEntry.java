package dev.poscart.domain.sale;

/** The returned pieces of one line of a sale. */
public record ReturnEntry(int lineNo, int quantity) {}
