/**
 * Reading the transaction log, and what has become of each transaction since. Nothing here writes.
 * Start reading with {@link dev.poscart.domain.usecase.transaction.TransactionService}.
 */
package dev.poscart.domain.usecase.transaction;
