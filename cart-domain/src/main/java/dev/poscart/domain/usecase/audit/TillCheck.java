package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.document.LogEntryDocument;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.StoredEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Verifies the entries of one till in the order of their positions. */
final class TillCheck {

  private final Till till;
  private final List<NotedEnd> noted;
  private final Consumer<Finding> findings;
  private final ChainCheck chain;
  private final ClosedSessions sessions = new ClosedSessions();
  private long entries;
  private long deskEntries;
  private long first;
  private long last;
  private long leftOut;
  private boolean lastAdopted;
  private Optional<IssuedNumbers> lastNumbers = Optional.empty();

  TillCheck(String tenantId, Till till, List<NotedEnd> noted, Consumer<Finding> findings) {
    this.till = till;
    this.noted = noted;
    this.findings = findings;
    this.chain = new ChainCheck(tenantId, till);
  }

  /** The finding that entries are missing at the end of a log that ends at {@code last}. */
  static Finding cutOff(NotedEnd end, long last) {
    return Finding.at(
        end.till(),
        end.position(),
        "missing: the log ends at " + last + " (expected: the end that was noted)");
  }

  Till till() {
    return till;
  }

  /**
   * Verifies the next entry.
   *
   * @return the entry, if it is readable and was not written by another system, whose figures
   *     follow rules of their own
   */
  Optional<LogEntry> next(StoredEntry entry) {
    long position = entry.position();
    entry.contradictions().forEach(problem -> tell(position, problem));
    boolean mayLeaveOut = mayLeaveOut(entry);
    boolean follows = checkPosition(position, mayLeaveOut);
    if (entry.adopted()) {
      chain.interrupt(entry.document());
    } else {
      chain
          .next(position, entry.document(), follows || mayLeaveOut)
          .forEach(problem -> tell(position, problem));
    }
    checkNoted(position);
    Optional<LogEntry> read = read(entry);
    Optional<IssuedNumbers> before = follows ? lastNumbers : Optional.empty();
    if (!entry.adopted()) {
      read.ifPresent(
          known -> {
            checkNumbers(position, known, before);
            sessions.next(position, known).ifPresent(problem -> tell(position, problem));
          });
    }
    lastNumbers = read.map(LogEntry::numbers);
    first = entries == 0 ? position : first;
    last = Math.max(last, position);
    lastAdopted = entry.adopted();
    entries++;
    deskEntries += read.filter(DeskEntry.class::isInstance).isPresent() ? 1 : 0;
    return read.filter(known -> !entry.adopted());
  }

  TillSummary end() {
    noted.stream()
        .filter(end -> end.position() > last)
        .forEach(end -> findings.accept(cutOff(end, last)));
    return new TillSummary(
        till, entries, deskEntries, first, last, chain.notChained(), leftOut, chain.headHash());
  }

  /** Only next to entries of another system, or before a chain that begins after them. */
  private boolean mayLeaveOut(StoredEntry entry) {
    return entry.adopted()
        || lastAdopted
        || (entries == 0 && chain.startsAt(entry.position(), entry.document()));
  }

  private boolean checkPosition(long position, boolean mayLeaveOut) {
    long expected = last + 1;
    if (position > expected && mayLeaveOut) {
      leftOut += position - expected;
    } else if (position > expected) {
      String range = expected == position - 1 ? "" : ", as are all up to " + (position - 1);
      tell(expected, "missing" + range + " (expected: every position from 1 on)");
    } else if (position < expected) {
      tell(position, "duplicate position (expected: once)");
    }
    return position == expected;
  }

  private void checkNoted(long position) {
    for (NotedEnd end : noted) {
      if (end.position() == position && !end.hash().equals(chain.headHash())) {
        tell(position, "hash: " + chain.headHash() + " (expected: " + end.hash() + ", as noted)");
      }
    }
  }

  private Optional<LogEntry> read(StoredEntry entry) {
    if (entry.document().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LogEntryDocument.read(entry.document()));
    } catch (IllegalStateException | ArithmeticException e) {
      tell(entry.position(), "not an entry of the log: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void checkNumbers(long position, LogEntry entry, Optional<IssuedNumbers> before) {
    if (entry instanceof Transaction transaction) {
      checkReceiptNumber(position, transaction, before.map(IssuedNumbers::receiptNo));
    } else {
      before
          .filter(last -> !last.equals(entry.numbers()))
          .ifPresent(last -> wrongNumbers(position, entry.numbers(), last));
    }
  }

  private void wrongNumbers(long position, IssuedNumbers found, IssuedNumbers expected) {
    tell(position, "numbers of the last transaction: " + found + " (expected: " + expected + ")");
  }

  private void checkReceiptNumber(
      long position, Transaction transaction, Optional<Integer> before) {
    NumberRange range = transaction.receipt().numbers();
    int number = transaction.numbers().receiptNo();
    boolean runsOn = before.filter(n -> n >= range.start() && n < range.end()).isPresent();
    boolean isKnown = before.isPresent() || position == 1;
    int expected = runsOn ? before.orElseThrow() + 1 : range.start();
    if (isKnown && number != expected) {
      wrongReceipt(position, number, Integer.toString(expected));
    } else if (number < range.start() || number > range.end()) {
      wrongReceipt(position, number, range.start() + ".." + range.end());
    }
  }

  private void wrongReceipt(long position, int number, String expected) {
    tell(position, "receipt number: " + number + " (expected: " + expected + ")");
  }

  private void tell(long position, String problem) {
    findings.accept(Finding.at(till, position, problem));
  }
}
