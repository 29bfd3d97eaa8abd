package dev.poscart.domain.model;

/** The results of a closing that are copied from the transaction to the cart. */
public record Closed(
    IssuedNumbers numbers, Money stampDuty, String receiptText, String journalText) {}
