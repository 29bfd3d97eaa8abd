package dev.poscart.domain.document;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How kugelpos writes times: as Python does, with microseconds only if there are any. */
public final class KugelposTime {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

  private KugelposTime() {}

  /** A time with its offset; what is shorter than a microsecond is left out. */
  public static String text(OffsetDateTime time) {
    return (time.getNano() < 1_000 ? SECONDS : MICROSECONDS).format(time);
  }
}
