package dev.poscart.domain.document;

import dev.poscart.domain.model.Parking;
import java.util.Map;

/** Converts parking data. */
final class ParkingDocument {

  private ParkingDocument() {}

  static Map<String, Object> write(Parking parking) {
    return new DocumentBuilder()
        .putAll(PartyDocument.write(parking.terminal()))
        .put("staff", PartyDocument.write(parking.staff()))
        .put("at", parking.at())
        .put("note", parking.note())
        .make();
  }

  static Parking read(DocumentReader document) {
    return new Parking(
        PartyDocument.readTerminal(document),
        document.object("staff", PartyDocument::readStaff),
        document.time("at"),
        document.optionalText("note"));
  }
}
