package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MINUTE;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.report.ReportPeriod;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.report.ReportRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Who keeps the desk of one till: opens and closes it, moves cash, signs staff in and out, and asks
 * for X and Z reports. Each request has a key and is repeated until it is answered.
 */
final class DeskKeeper {

  /**
   * An attempt that was given up is over by then. The keys of requests before the last one are not
   * for the use cases to know: stored responses answer them before.
   */
  private static final long DYING_OUT = 2 * MINUTE;

  private final World world;
  private final RequestRecorder recorder;
  private final TerminalKey till;
  private final List<TerminalSession> seen = new ArrayList<>();
  private int turns;
  private boolean isOpen = true;
  private boolean isSignedIn = true;
  private boolean isUnanswered;

  DeskKeeper(World world, RequestRecorder recorder, TerminalKey till, int turns) {
    this.world = world;
    this.recorder = recorder;
    this.till = till;
    this.turns = turns;
  }

  boolean isDone() {
    return turns <= 0;
  }

  void start() {
    later(this::turn);
  }

  private void turn() {
    if (isDone()) {
      return;
    }
    turns--;
    int draw = world.chance().between(1, 100);
    if (draw <= 25 && !seen.isEmpty()) {
      report(world.chance().percent(70), world.chance().of(seen));
    } else if (!isSignedIn) {
      act(DeskAction.SIGN_IN, Optional.empty());
    } else if (!isOpen) {
      act(DeskAction.OPEN, amount(30));
    } else if (draw <= 50) {
      act(DeskAction.CLOSE, amount(20));
    } else if (draw <= 65) {
      act(DeskAction.CASH_IN, amount(0));
    } else if (draw <= 85) {
      act(DeskAction.CASH_OUT, amount(0));
    } else {
      act(draw <= 92 ? DeskAction.SIGN_OUT : DeskAction.OPEN, amount(50));
    }
  }

  /** Left out in so many of a hundred cases. */
  private Optional<Money> amount(int leftOut) {
    return world.chance().percent(leftOut)
        ? Optional.empty()
        : Optional.of(Money.of(world.chance().between(1, 5_000)));
  }

  private void act(DeskAction action, Optional<Money> amount) {
    act(action, amount, recorder.key());
  }

  private void act(DeskAction action, Optional<Money> amount, ChangeId key) {
    recorder.ask(
        till,
        new Operation.AtDesk(action, amount),
        Optional.of(key),
        (service, context) ->
            made(service.desk().orElseThrow(), context, action, amount)
                .thenApply(Object.class::cast),
        attempt -> {
          if (attempt.outcome().isUnanswered()) {
            isUnanswered |= attempt.outcome() instanceof Outcome.Unknown;
            later(() -> act(action, amount, key));
          } else {
            learn(action, attempt.isDone());
            attempt.entry().map(DeskEntry::session).ifPresent(this::see);
            next();
          }
        });
  }

  private static CompletionStage<?> made(
      Desk desk, ChangeContext context, DeskAction action, Optional<Money> amount) {
    return switch (action) {
      case OPEN -> desk.shifts().open(context, amount);
      case CLOSE -> desk.shifts().close(context, amount).thenApply(closed -> closed.entry());
      case CASH_IN -> desk.cash().cashIn(context, movement(amount));
      case CASH_OUT -> desk.cash().cashOut(context, movement(amount));
      case SIGN_IN -> desk.staff().signIn(context, Desk.STAFF, Optional.empty());
      case SIGN_OUT -> desk.staff().signOut(context);
    };
  }

  private static CashMovement movement(Optional<Money> amount) {
    return new CashMovement(amount.orElseThrow(), "両替");
  }

  private void learn(DeskAction action, boolean isDone) {
    switch (action) {
      case OPEN -> isOpen = true;
      case CLOSE -> isOpen &= !isDone;
      case SIGN_IN -> isSignedIn = true;
      case SIGN_OUT -> isSignedIn &= !isDone;
      case CASH_IN, CASH_OUT -> {}
    }
  }

  private void see(TerminalSession session) {
    if (!seen.contains(session)) {
      seen.add(session);
    }
  }

  private void report(boolean daily, TerminalSession session) {
    ReportRequest request =
        new ReportRequest(
            ReportKind.SALES,
            till.store(),
            Optional.of(till.terminalNo()),
            daily,
            ReportPeriod.day(
                LocalDate.parse(session.businessDate(), DateTimeFormatter.BASIC_ISO_DATE)),
            Optional.of(session.openCounter()));
    recorder.ask(
        till,
        new Operation.Report(daily, session),
        (service, context) ->
            service.desk().orElseThrow().reports().make(context.terminal(), request),
        attempt -> later(this::turn));
  }

  private void next() {
    if (isUnanswered) {
      isUnanswered = false;
      world.time().in(DYING_OUT, this::turn);
    } else {
      later(this::turn);
    }
  }

  /** A till that is closed is soon opened again, so that it sells most of the time. */
  private void later(Runnable body) {
    long max = isOpen ? MINUTE : SECOND;
    world.time().in(world.chance().micros(max / 100, max), body);
  }
}
