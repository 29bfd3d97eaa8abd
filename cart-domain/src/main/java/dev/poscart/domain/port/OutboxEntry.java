package dev.poscart.domain.port;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Transaction;

/**
 * An event and how far it is.
 *
 * @param event the transaction is the event
 * @param version of the delivery record
 */
public record OutboxEntry(Transaction event, Delivery delivery, long version) {}
