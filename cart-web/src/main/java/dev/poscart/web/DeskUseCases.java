package dev.poscart.web;

import dev.poscart.domain.usecase.desk.CashService;
import dev.poscart.domain.usecase.desk.DeskListing;
import dev.poscart.domain.usecase.desk.DeskService;
import dev.poscart.domain.usecase.desk.ShiftService;
import dev.poscart.domain.usecase.desk.TerminalLogin;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The use cases of the shop's own desk.
 *
 * @param startedAt when this service started, in the store's time zone
 */
public record DeskUseCases(
    DeskService desk,
    ShiftService shifts,
    CashService cash,
    DeskListing listing,
    TerminalLogin login,
    OffsetDateTime startedAt) {

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** The start of this service in kugelpos's notation, such as {@code 2026-11-23 18:27:03}. */
  String since() {
    return SINCE.format(startedAt);
  }
}
