package dev.poscart.domain.usecase.report;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.report.Drawer;
import dev.poscart.domain.report.GoodsSum;
import dev.poscart.domain.report.SalesFigures;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.report.Tally;
import dev.poscart.domain.usecase.audit.ReportProof;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Adds up the entries of one session. */
final class SessionFold {

  private final TerminalKey terminal;
  private final TerminalSession session;
  private final ReportProof proof = new ReportProof();
  private SalesFigures sales = SalesFigures.NONE;
  private final GoodsSum goods = new GoodsSum();
  private Tally cashIn = Tally.ZERO;
  private Tally cashOut = Tally.ZERO;
  private Optional<OffsetDateTime> openedAt = Optional.empty();
  private Optional<OffsetDateTime> closedAt = Optional.empty();
  private Optional<Money> counted = Optional.empty();
  private Optional<Integer> first = Optional.empty();
  private Optional<Integer> last = Optional.empty();

  SessionFold(TerminalKey terminal, TerminalSession session) {
    this.terminal = terminal;
    this.session = session;
  }

  /** Adds a transaction; they come in the order of their positions. */
  void add(Transaction transaction) {
    Optional<Integer> number = Optional.of(transaction.numbers().transactionNo());
    first = first.isEmpty() ? number : first;
    last = number;
    proof.add(transaction);
    sales = sales.plus(SalesFigures.of(transaction));
    goods.add(SoldGoods.of(transaction));
  }

  void add(DeskEntry entry) {
    Optional<OffsetDateTime> at = Optional.of(entry.generatedAt());
    switch (entry.kind()) {
      case OPENED -> {
        openedAt = at;
        entry.state().openingFloat().ifPresent(this::move);
      }
      case CLOSED -> {
        closedAt = at;
        counted = entry.state().countedCash();
      }
      case CASH_IN, CASH_OUT -> move(entry.signedAmount());
    }
  }

  /** What the figures fail to prove, one message each. */
  List<String> problems() {
    return proof.problems(sales, goods.sum());
  }

  /** What was sold. */
  SoldGoods goods() {
    return goods.sum();
  }

  SessionReport report() {
    return new SessionReport(
        terminal,
        session,
        openedAt,
        closedAt,
        sales,
        new Drawer(sales.takings().cash(), cashIn, cashOut, counted),
        first,
        last);
  }

  private void move(Money amount) {
    Tally moved = Tally.one(amount, 0);
    if (amount.isPositive()) {
      cashIn = cashIn.plus(moved);
    } else if (amount.isNegative()) {
      cashOut = cashOut.plus(moved);
    }
  }
}
