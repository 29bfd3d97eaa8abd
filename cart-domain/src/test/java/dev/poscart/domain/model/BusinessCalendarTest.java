package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

  private static final int CASES = 5_000;

  private static final List<String> ZONES =
      List.of(
          "Asia/Tokyo",
          "America/New_York",
          "America/St_Johns",
          "America/Havana",
          "America/Sao_Paulo",
          "Asia/Beirut",
          "Asia/Tehran",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "UTC");

  @ParameterizedTest(name = "{0}, day from {1}: {2} is on {3}")
  @CsvSource({
    // Midnight in Tokyo is 15:00 in UTC.
    "Asia/Tokyo, 00:00, 2026-11-28T14:59:59.999999Z, 20261128",
    "Asia/Tokyo, 00:00, 2026-11-28T15:00:00Z, 20261129",
    // From 05:00 on; 02:00 belongs to the day before.
    "Asia/Tokyo, 05:00, 2026-11-28T17:00:00Z, 20261128",
    "Asia/Tokyo, 05:00, 2026-11-28T19:59:59.999999Z, 20261128",
    "Asia/Tokyo, 05:00, 2026-11-28T20:00:00Z, 20261129",
    // Over the end of a month and of a year.
    "Asia/Tokyo, 05:00, 2026-12-31T19:59:59Z, 20261231",
    "Asia/Tokyo, 05:00, 2026-12-31T20:00:00Z, 20270101",
    // A bar that opens at 18:00 and closes at 04:00.
    "Asia/Tokyo, 18:00, 2026-11-28T18:00:00Z, 20261128",
    "Asia/Tokyo, 18:00, 2026-11-29T08:59:59Z, 20261128",
    "Asia/Tokyo, 18:00, 2026-11-29T09:00:00Z, 20261129",
  })
  void businessDay_beginsAtItsTimeOfDay(
      ZoneId zone, LocalTime dayStartsAt, Instant moment, String date) {
    assertThat(new BusinessCalendar(zone, dayStartsAt).dateAt(moment)).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0}, day from {1}: {2} is on {3}")
  @CsvSource({
    // 8 March 2026 in New York has 23 hours: 02:00 EST is 03:00 EDT.
    "America/New_York, 00:00, 2026-03-08T04:59:59Z, 20260307",
    "America/New_York, 00:00, 2026-03-08T05:00:00Z, 20260308",
    "America/New_York, 00:00, 2026-03-09T03:59:59Z, 20260308",
    "America/New_York, 00:00, 2026-03-09T04:00:00Z, 20260309",
    // A day that starts at 02:30, which that night does not have.
    "America/New_York, 02:30, 2026-03-08T06:59:59Z, 20260307",
    "America/New_York, 02:30, 2026-03-08T07:00:00Z, 20260308",
    "America/New_York, 02:30, 2026-03-09T06:29:59Z, 20260308",
    "America/New_York, 02:30, 2026-03-09T06:30:00Z, 20260309",
    // In Beirut midnight itself is left out.
    "Asia/Beirut, 00:00, 2026-03-28T21:59:59Z, 20260328",
    "Asia/Beirut, 00:00, 2026-03-28T22:00:00Z, 20260329",
    // Samoa left out a whole day when it crossed the date line.
    "Pacific/Apia, 00:00, 2011-12-30T09:59:59Z, 20111229",
    "Pacific/Apia, 00:00, 2011-12-30T10:00:00Z, 20111231",
  })
  void clocksPutForward_beginTheDayDueInTheSkippedHour(
      ZoneId zone, LocalTime dayStartsAt, Instant moment, String date) {
    assertThat(new BusinessCalendar(zone, dayStartsAt).dateAt(moment)).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0}, day from {1}: {2} is on {3}")
  @CsvSource({
    // 1 November 2026 in New York has 25 hours: 02:00 EDT is 01:00 EST.
    "America/New_York, 00:00, 2026-11-01T03:59:59Z, 20261031",
    "America/New_York, 00:00, 2026-11-01T04:00:00Z, 20261101",
    "America/New_York, 00:00, 2026-11-02T04:59:59Z, 20261101",
    "America/New_York, 00:00, 2026-11-02T05:00:00Z, 20261102",
    // A day that starts at 01:30, which that night has twice; in between it is 01:00 again.
    "America/New_York, 01:30, 2026-11-01T05:29:59Z, 20261031",
    "America/New_York, 01:30, 2026-11-01T05:30:00Z, 20261101",
    "America/New_York, 01:30, 2026-11-01T06:00:00Z, 20261101",
    "America/New_York, 01:30, 2026-11-01T06:30:00Z, 20261101",
    // In Beirut it is 23:00 of the same day again at midnight.
    "Asia/Beirut, 00:00, 2026-10-24T20:59:59Z, 20261024",
    "Asia/Beirut, 00:00, 2026-10-24T21:00:00Z, 20261024",
    "Asia/Beirut, 00:00, 2026-10-24T22:00:00Z, 20261025",
    // In St John's it was 23:01 of the day before again at 00:01.
    "America/St_Johns, 00:00, 2010-11-07T02:29:59Z, 20101106",
    "America/St_Johns, 00:00, 2010-11-07T02:30:00Z, 20101107",
    "America/St_Johns, 00:00, 2010-11-07T02:31:00Z, 20101107",
    "America/St_Johns, 00:00, 2010-11-07T03:30:00Z, 20101107",
  })
  void clocksPutBack_neverReturnToTheDayBefore(
      ZoneId zone, LocalTime dayStartsAt, Instant moment, String date) {
    assertThat(new BusinessCalendar(zone, dayStartsAt).dateAt(moment)).isEqualTo(date);
  }

  @ParameterizedTest(name = "{0}, day from {1}: that of {2} began at {3}")
  @CsvSource({
    "Asia/Tokyo, 05:00, 2026-11-28T17:00:00Z, 2026-11-27T20:00:00Z",
    "America/New_York, 02:30, 2026-03-08T12:00:00Z, 2026-03-08T07:00:00Z",
    "America/New_York, 01:30, 2026-11-01T06:10:00Z, 2026-11-01T05:30:00Z",
  })
  void businessDay_beganWhenItsDateChanged(
      ZoneId zone, LocalTime dayStartsAt, Instant moment, Instant began) {
    assertThat(new BusinessCalendar(zone, dayStartsAt).startOfDayAt(moment)).isEqualTo(began);
  }

  @Test
  void laterMoment_neverHasAnEarlierDate() {
    Seeds.each(
        CASES,
        seed -> {
          Random random = new Random(seed);
          BusinessCalendar calendar = calendar(random);
          Instant moment = moment(random);

          assertThat(calendar.dateAt(moment.plusSeconds(random.nextInt(200_000))))
              .as("%s from %s on", calendar, moment)
              .isGreaterThanOrEqualTo(calendar.dateAt(moment));
        });
  }

  @Test
  void dateChanges_atTheStartOfTheDay_andNotBetween() {
    Seeds.each(
        CASES,
        seed -> {
          Random random = new Random(seed);
          BusinessCalendar calendar = calendar(random);
          Instant moment = moment(random);
          String date = calendar.dateAt(moment);
          Instant start = calendar.startOfDayAt(moment);

          assertThat(start).as("%s at %s", calendar, moment).isBeforeOrEqualTo(moment);
          assertThat(calendar.dateAt(start)).isEqualTo(date);
          assertThat(calendar.dateAt(start.minusNanos(1))).isLessThan(date);
        });
  }

  private static BusinessCalendar calendar(Random random) {
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    return new BusinessCalendar(zone, LocalTime.of(random.nextInt(24), random.nextInt(60)));
  }

  /** Half of them are within an hour of a clock change in one of the zones. */
  private static Instant moment(Random random) {
    Instant any = Instant.ofEpochSecond(1_000_000_000L + random.nextInt(1_000_000_000));
    ZoneOffsetTransition change =
        ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))).getRules().nextTransition(any);
    return change == null || random.nextBoolean()
        ? any
        : change.getInstant().plusSeconds(random.nextInt(7_200) - 3_600L);
  }
}
