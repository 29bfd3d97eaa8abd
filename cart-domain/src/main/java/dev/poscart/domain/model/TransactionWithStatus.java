package dev.poscart.domain.model;

/** An entry of the log and what became of it later. */
public record TransactionWithStatus(Transaction transaction, TransactionStatus status) {}
