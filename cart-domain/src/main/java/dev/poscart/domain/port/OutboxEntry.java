package dev.poscart.domain.port;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Transaction;

/**
 * An event with its delivery record.
 *
 * @param event the transaction, which is the event
 * @param version version of the delivery record
 */
public record OutboxEntry(Transaction event, Delivery delivery, long version) {}
