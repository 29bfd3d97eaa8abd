package dev.poscart.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as terminals and monitors parse them: always with six digits of a second. */
final class Timestamps {

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

  private Timestamps() {}

  /** In its own offset: {@code 2026-11-23T18:18:01.292487+09:00}. */
  static String of(OffsetDateTime time) {
    return MICROSECONDS.format(time);
  }

  /** In UTC, with the offset and the Z that monitors of this service expect. */
  static String health(OffsetDateTime time) {
    return of(time.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
  }
}
