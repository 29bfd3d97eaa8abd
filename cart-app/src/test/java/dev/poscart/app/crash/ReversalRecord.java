package dev.poscart.app.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One attempt to void or return a transaction, and what became of it. */
final class ReversalRecord {

  private final int terminalNo;
  private final String kind;
  private final History.KnownTransaction of;
  private final boolean inPieces;
  private Optional<JsonNode> answer = Optional.empty();
  private boolean refused;

  /**
   * Notes that it is about to be asked for.
   *
   * @param terminalNo who asks
   * @param kind {@code void} or {@code return}
   */
  ReversalRecord(int terminalNo, String kind, History.KnownTransaction of, boolean inPieces) {
    this.terminalNo = terminalNo;
    this.kind = kind;
    this.of = of;
    this.inPieces = inPieces;
  }

  synchronized void done(JsonNode transaction) {
    answer = Optional.of(transaction);
  }

  /** Every attempt was answered, and the answer was no. */
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

  boolean isInPieces() {
    return inPieces;
  }

  History.KnownTransaction of() {
    return of;
  }
}
