package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.TerminalNumbers;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/** The signed numbers of a void or return; all four members are needed. */
final class NumbersForm {

  private static final String TIME = "transaction_datetime";

  private NumbersForm() {}

  static ReversalNumbers read(DocumentFields fields, ZoneId zone)
      throws MalformedEnvelopeException {
    return new ReversalNumbers(
        new CartId(fields.text("cart_id")),
        new TerminalNumbers(
            count(fields, "seq"), count(fields, "receipt_counter"), time(fields, zone)));
  }

  private static int count(DocumentFields fields, String name) throws MalformedEnvelopeException {
    int count = fields.count(name);
    if (count < 1 || count > TerminalNumbers.MAX) {
      throw fields.wrong(name, "1.." + TerminalNumbers.MAX);
    }
    return count;
  }

  private static OffsetDateTime time(DocumentFields fields, ZoneId zone)
      throws MalformedEnvelopeException {
    try {
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              fields.text(TIME), OffsetDateTime::from, LocalDateTime::from);
      OffsetDateTime time =
          read instanceof LocalDateTime local
              ? local.atZone(zone).toOffsetDateTime()
              : OffsetDateTime.from(read);
      return time.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw fields.wrong(TIME, "a time in ISO 8601");
    }
  }
}
