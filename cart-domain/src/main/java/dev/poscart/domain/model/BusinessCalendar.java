package dev.poscart.domain.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;

/**
 * Business days by the calendar: each begins at the same time of day and has the date on which it
 * begins. With a day that starts at 05:00, a sale at 02:00 belongs to the day before.
 *
 * <p>Each moment has one business date, and a later moment never has an earlier one, whatever the
 * clocks of the zone do:
 *
 * <ul>
 *   <li>Clocks put forward over the start of the day: it begins when they are put forward.
 *   <li>Clocks put back over the start of the day: it begins when that time comes first.
 * </ul>
 *
 * @param zone of the stores
 * @param dayStartsAt time of day at which a business day begins
 */
public record BusinessCalendar(ZoneId zone, LocalTime dayStartsAt) {

  /** The business date of a moment, {@code YYYYMMDD}. */
  public String dateAt(Instant moment) {
    return day(moment).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** The first moment of the business day that a moment belongs to. */
  public Instant startOfDayAt(Instant moment) {
    return startOf(day(moment));
  }

  private LocalDate day(Instant moment) {
    // Tomorrow may have begun already: clocks that are put back over midnight show today again.
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
