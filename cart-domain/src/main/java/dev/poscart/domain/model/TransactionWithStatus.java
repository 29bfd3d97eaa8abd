package dev.poscart.domain.model;

/** A logged transaction, and whether it was reversed later. */
public record TransactionWithStatus(Transaction transaction, TransactionStatus status) {}
