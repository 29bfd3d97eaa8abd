package dev.poscart.benchmarks.growth;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.SessionCounts;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.Transaction;
import java.util.Optional;
import java.util.UUID;

/** Closes a till after its last sale of a day, so that there is a Z report of the day. */
final class DayClosing {

  private DayClosing() {}

  /**
   * The closing that follows a sale in the log.
   *
   * @param sales how many the till made in the session
   */
  static DeskEntry after(Transaction last, LogEnd end, int sales) {
    String till = last.terminal().terminalId();
    return Chain.tie(
        new DeskEntry(
            last.terminal(),
            DeskEntry.Kind.CLOSED,
            "desk:" + till + ":close:" + last.session().businessCounter(),
            Optional.empty(),
            last.storeName(),
            closed(last, till),
            Optional.empty(),
            Optional.of(
                new SessionCounts(
                    sales, Optional.of(last.numbers().transactionNo()), 0, Optional.empty())),
            last.generatedAt(),
            last.numbers(),
            "",
            "",
            UUID.randomUUID().toString(),
            Optional.empty()),
        Optional.of(end));
  }

  private static DeskState closed(Transaction last, String till) {
    return new DeskState(
        Terminal.Status.CLOSED,
        last.session(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(last.staff()),
        FunctionMode.MAIN_MENU,
        till);
  }
}
