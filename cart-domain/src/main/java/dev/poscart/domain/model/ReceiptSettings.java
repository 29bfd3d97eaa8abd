package dev.poscart.domain.model;

import java.util.List;
import java.util.Optional;

/** The receipt settings of one terminal. */
public record ReceiptSettings(
    NumberRange numbers,
    Optional<String> registrationNumber,
    List<ReceiptNote> headers,
    List<ReceiptNote> footers,
    LongItemNames longItemNames,
    ReceiptFormat format) {

  public static final ReceiptSettings DEFAULT =
      new ReceiptSettings(
          NumberRange.DEFAULT, Optional.empty(), List.of(), List.of(), LongItemNames.CUT);

  /** With print data in XML. */
  public ReceiptSettings(
      NumberRange numbers,
      Optional<String> registrationNumber,
      List<ReceiptNote> headers,
      List<ReceiptNote> footers,
      LongItemNames longItemNames) {
    this(numbers, registrationNumber, headers, footers, longItemNames, ReceiptFormat.XML);
  }

  public ReceiptSettings {
    headers = List.copyOf(headers);
    footers = List.copyOf(footers);
  }
}
