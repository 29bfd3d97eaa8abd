package dev.poscart.domain.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;

/**
 * Business days by the calendar. Each begins at the same time of day and has the date on which it
 * begins: with a day that starts at 05:00, a sale at 02:00 belongs to the previous day.
 *
 * <p>Every moment has exactly one business date, and dates never go backwards, even if the clocks
 * change:
 *
 * <ul>
 *   <li>If clocks are put forward past the start of the day, it begins at the change.
 *   <li>If clocks are put back past the start of the day, it begins when that time first occurs.
 * </ul>
 *
 * @param zone time zone of the stores
 * @param dayStartsAt time of day at which a business day begins
 */
public record BusinessCalendar(ZoneId zone, LocalTime dayStartsAt) {

  /** The business date of a moment, {@code YYYYMMDD}. */
  public String dateAt(Instant moment) {
    return day(moment).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** The first moment of the business day to which a moment belongs. */
  public Instant startOfDayAt(Instant moment) {
    return startOf(day(moment));
  }

  private LocalDate day(Instant moment) {
    // Start with tomorrow, which may have begun already: clocks put back over midnight show today
    // again.
    LocalDate date = LocalDate.ofInstant(moment, zone).plusDays(1);
    while (startOf(date).isAfter(moment)) {
      date = date.minusDays(1);
    }
    return date;
  }

  private Instant startOf(LocalDate date) {
    LocalDateTime start = date.atTime(dayStartsAt);
    ZoneOffsetTransition transition = zone.getRules().getTransition(start);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : start.atZone(zone).toInstant();
  }
}
