package dev.poscart.domain.sale;

import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.time.OffsetDateTime;

/**
 * The till that voids or returns, which may differ from the one that sold. Number, business day and
 * staff of the reversal are those of this till.
 *
 * @param storeName name of its store
 * @param at time of the reversal
 * @param eventId id of the event for the peer services
 * @param receiptNumbers the terminal's range, the same as for its sales
 */
public record ReversingTill(
    TerminalKey terminal,
    String storeName,
    Staff staff,
    TerminalSession session,
    OffsetDateTime at,
    String eventId,
    NumberRange receiptNumbers) {}
