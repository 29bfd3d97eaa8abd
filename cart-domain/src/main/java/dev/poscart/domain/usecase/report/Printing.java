package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.ZPrint;
import dev.poscart.domain.usecase.desk.ZPrinting;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What is printed on a report beside its figures.
 *
 * @param staffId who asked for it; empty if no one is signed in
 * @param zNumber of the Z report of one session of a till; empty for any other report
 */
record Printing(
    OffsetDateTime at, Optional<String> staffId, Optional<Integer> zNumber, boolean isReprint) {

  /** As the first print of a Z report. */
  ZPrint first(int number, ReportKind kind, Optional<String> key) {
    return new ZPrint(number, kind, key, at, staffId);
  }

  /** With the time and the staff of the first print, also on later ones. */
  Printing as(ZPrinting.Printed printed) {
    ZPrint first = printed.first();
    return new Printing(first.at(), first.staffId(), zNumber, printed.isReprint());
  }

  /** As a copy beside the original, if there is an original. */
  Printing copied() {
    return new Printing(at, staffId, zNumber, zNumber.isPresent());
  }
}
