package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a terminal was told of one of its sessions. */
final class ToldShift {

  final int terminalNo;
  final String businessDate;
  final int openCounter;
  final int businessCounter;

  /** The totals of its sales with tax, in their order. */
  final List<BigDecimal> sales = new ArrayList<>();

  /** The cash put in, and taken out as negative amounts, in their order; the float comes first. */
  final List<BigDecimal> cash = new ArrayList<>();

  private Optional<JsonNode> report = Optional.empty();

  /**
   * Creates a session.
   *
   * @param opened the data of the answer to its opening
   */
  ToldShift(int terminalNo, JsonNode opened) {
    this.terminalNo = terminalNo;
    this.businessDate = opened.path("businessDate").textValue();
    this.openCounter = opened.path("openCounter").intValue();
    this.businessCounter = opened.path("businessCounter").intValue();
    cash.add(opened.path("initialAmount").decimalValue());
  }

  /** The first Z report after the closing. */
  Optional<JsonNode> report() {
    return report;
  }

  void reported(JsonNode figures) {
    report = Optional.of(figures);
  }

  @Override
  public String toString() {
    return "session %d of terminal %d".formatted(businessCounter, terminalNo);
  }
}
