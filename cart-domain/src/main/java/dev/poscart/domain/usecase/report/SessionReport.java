package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.SalesFigures;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The figures of one session of a till, except those of its goods.
 *
 * @param openedAt empty if the session was not opened at the store's desk
 * @param closedAt empty if it is open
 * @param firstTransactionNo empty if there is no transaction
 * @param lastTransactionNo empty if there is no transaction
 */
public record SessionReport(
    TerminalKey terminal,
    TerminalSession session,
    Optional<OffsetDateTime> openedAt,
    Optional<OffsetDateTime> closedAt,
    SalesFigures sales,
    Drawer drawer,
    Optional<Integer> firstTransactionNo,
    Optional<Integer> lastTransactionNo) {

  public boolean isClosed() {
    return closedAt.isPresent();
  }
}
