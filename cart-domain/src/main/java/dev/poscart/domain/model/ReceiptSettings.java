package dev.poscart.domain.model;

import java.util.List;
import java.util.Optional;

/** The receipt settings of one terminal. */
public record ReceiptSettings(
    NumberRange numbers,
    Optional<String> registrationNumber,
    List<ReceiptNote> headers,
    List<ReceiptNote> footers,
    LongItemNames longItemNames) {

  public static final ReceiptSettings DEFAULT =
      new ReceiptSettings(
          NumberRange.DEFAULT, Optional.empty(), List.of(), List.of(), LongItemNames.CUT);

  public ReceiptSettings {
    headers = List.copyOf(headers);
    footers = List.copyOf(footers);
  }
}
