package dev.poscart.domain.port;

import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.LogEntry;

/**
 * An event with its delivery record.
 *
 * @param event the entry of the log, which is the event
 * @param version version of the delivery record
 */
public record OutboxEntry(LogEntry event, Delivery delivery, long version) {}
