package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One attempt to void or return a transaction, and its outcome. */
final class ReversalRecord {

  private final int terminalNo;
  private final String kind;
  private final History.KnownTransaction of;
  private Optional<JsonNode> answer = Optional.empty();
  private boolean refused;

  /**
   * Records that it is about to be requested.
   *
   * @param terminalNo the requesting terminal
   * @param kind {@code void} or {@code return}
   */
  ReversalRecord(int terminalNo, String kind, History.KnownTransaction of) {
    this.terminalNo = terminalNo;
    this.kind = kind;
    this.of = of;
  }

  synchronized void done(JsonNode transaction) {
    answer = Optional.of(transaction);
  }

  /** Every attempt was refused. */
  synchronized void refused() {
    refused = true;
  }

  synchronized Optional<JsonNode> answer() {
    return answer;
  }

  synchronized boolean isRefused() {
    return refused;
  }

  int terminalNo() {
    return terminalNo;
  }

  boolean isVoid() {
    return kind.equals("void");
  }

  History.KnownTransaction of() {
    return of;
  }
}
