package dev.poscart.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats times with six decimal places, as kugelpos does. */
final class Timestamps {

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

  private Timestamps() {}

  /** In its own offset, such as {@code 2026-11-23T18:18:01.292487+09:00}. */
  static String of(OffsetDateTime time) {
    return MICROSECONDS.format(time);
  }

  /** In UTC, with both an offset and a Z, as kugelpos's health check writes it. */
  static String health(OffsetDateTime time) {
    return of(time.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
  }
}
