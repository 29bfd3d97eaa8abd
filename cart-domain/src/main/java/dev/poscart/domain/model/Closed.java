package dev.poscart.domain.model;

/** What a cart learns from the transaction that it became. */
public record Closed(
    IssuedNumbers numbers, Money stampDuty, String receiptText, String journalText) {}
