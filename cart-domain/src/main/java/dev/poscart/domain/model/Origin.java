package dev.poscart.domain.model;

import java.time.OffsetDateTime;

/** The transaction that a void or a return refers to. */
public record Origin(
    OffsetDateTime generatedAt,
    TerminalKey terminal,
    String storeName,
    TransactionType type,
    IssuedNumbers numbers) {}
