/**
 * The session that a transaction is booked under: business date, counters and staff of the terminal
 * at the moment the transaction is decided. Opening and closing tills does not belong here. Start
 * reading with {@link dev.poscart.domain.usecase.session.BookingClock}.
 */
package dev.poscart.domain.usecase.session;
