package dev.poscart.domain.sale;

import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.time.OffsetDateTime;

/**
 * The till that voids or takes back, which need not be the one that sold. The reversal belongs to
 * it: number, business day and staff are its own.
 *
 * @param at when it happens; the reversal's time
 * @param eventId id of the event that tells the peer services
 * @param receiptNumbers the till's range, the same as for its sales
 */
public record ReversingTill(
    TerminalKey terminal,
    Staff staff,
    TerminalSession session,
    OffsetDateTime at,
    String eventId,
    NumberRange receiptNumbers) {}
