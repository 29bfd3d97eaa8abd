package dev.poscart.architecture.broken.domain.sale;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

@SuppressWarnings("all")
final class DomainHasNoClock {
  private DomainHasNoClock() {}

  static Instant badNow() {
    return Instant.now();
  }

  static Supplier<LocalDate> badNowByName() {
    return LocalDate::now;
  }

  static LocalDate badNowInZone(ZoneId zone) {
    return LocalDate.now(zone);
  }

  static long badMillis() {
    return System.currentTimeMillis();
  }

  static LongSupplier badNanos() {
    return System::nanoTime;
  }

  static Clock badClock() {
    return Clock.systemUTC();
  }

  static Date badDate() {
    return new Date();
  }

  static Instant goodNow(Clock clock) {
    return Instant.now(clock);
  }
}
