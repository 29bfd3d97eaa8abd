package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskEntry.Kind;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Moves cash. It needs an open terminal and signed-in staff, who answer for it. */
public final class CashService {

  private final DeskBooking booking;
  private final SessionFigures figures;
  private final DeskRules rules;
  private final DeskLimits limits;

  public CashService(DeskBooking booking, TransactionLog transactions, DeskRules rules) {
    this.booking = booking;
    this.figures = new SessionFigures(transactions);
    this.rules = rules;
    this.limits = new DeskLimits(rules.maxAmount());
  }

  /** Puts cash into the drawer. */
  public CompletionStage<DeskEntry> cashIn(ChangeContext context, CashMovement cash) {
    return move(context, Kind.CASH_IN, cash);
  }

  /** Takes cash out of the drawer, not more than should be in it unless the rules allow that. */
  public CompletionStage<DeskEntry> cashOut(ChangeContext context, CashMovement cash) {
    return move(context, Kind.CASH_OUT, cash);
  }

  private CompletionStage<DeskEntry> move(ChangeContext context, Kind kind, CashMovement cash) {
    return Stages.attempt(
        () -> {
          limits.checkMovement(cash.amount());
          return booking.book(context, kind, facts -> movement(facts, cash));
        });
  }

  private CompletionStage<DeskEntry> movement(DeskFacts facts, CashMovement cash) {
    DeskState state = facts.state();
    if (state.staff().isEmpty()) {
      throw new Refused(Refusal.DESK_WITHOUT_STAFF, "No staff signed in");
    }
    if (!state.isOpened()) {
      throw new Refused(Refusal.DESK_STATUS, "Terminal is not opened");
    }
    DeskEntry entry =
        facts.entry("cash:" + facts.eventId(), state, Optional.of(cash), Optional.empty());
    if (facts.kind() == Kind.CASH_IN || rules.allowsOverdraft()) {
      return Stages.completed(entry);
    }
    return figures
        .expectedCash(facts.terminal(), state.session(), facts.session())
        .thenApply(
            expected -> {
              if (cash.amount().isGreaterThan(expected)) {
                throw new Refused(
                    Refusal.CASH_EXCEEDS_DRAWER,
                    "amount: ",
                    cash.amount(),
                    " (expected: at most ",
                    expected,
                    ", the cash that should be in the drawer)");
              }
              return entry;
            });
  }
}
