package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskEntry.Kind;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Opens and closes terminals. Each is one entry of the terminal's log, so that it is before or
 * after any sale, and is made once however often its request is repeated.
 */
public final class ShiftService {

  /** Stands in the place of staff where a terminal is closed without any. */
  private static final Staff NO_STAFF = new Staff("------", "");

  private final DeskBooking booking;
  private final SessionFigures figures;
  private final OpenCarts openCarts;
  private final DeskRules rules;
  private final DeskLimits limits;

  public ShiftService(
      DeskBooking booking, TransactionLog transactions, OpenCarts openCarts, DeskRules rules) {
    this.booking = booking;
    this.figures = new SessionFigures(transactions);
    this.openCarts = openCarts;
    this.rules = rules;
    this.limits = new DeskLimits(rules.maxAmount());
  }

  /**
   * A closing.
   *
   * @param parked the open carts that were parked
   */
  public record Closed(DeskEntry entry, List<CartId> parked) {}

  /**
   * Opens a terminal.
   *
   * @param openingFloat the cash in the drawer; empty: not given
   */
  public CompletionStage<DeskEntry> open(ChangeContext context, Optional<Money> openingFloat) {
    return Stages.attempt(
        () -> {
          limits.checkDrawer(InputField.OPENING_FLOAT, openingFloat);
          return booking.book(
              context, Kind.OPENED, facts -> Stages.completed(opening(facts, openingFloat)));
        });
  }

  /**
   * Closes a terminal. Its open carts are parked; a cart with tenders refuses the closing.
   *
   * @param counted the cash in the drawer; empty: not counted
   */
  public CompletionStage<Closed> close(ChangeContext context, Optional<Money> counted) {
    List<CartId> parked = new ArrayList<>();
    return Stages.attempt(
        () -> {
          limits.checkDrawer(InputField.COUNTED_CASH, counted);
          return booking
              .book(
                  context,
                  Kind.CLOSED,
                  facts -> {
                    checkClosable(facts.state());
                    return openCarts
                        .settle(facts.terminal(), parking(facts))
                        .thenCompose(
                            done -> {
                              parked.addAll(done);
                              return closing(facts, counted);
                            });
                  })
              .thenApply(entry -> new Closed(entry, List.copyOf(parked)));
        });
  }

  private DeskEntry opening(DeskFacts facts, Optional<Money> openingFloat) {
    DeskState state = facts.state();
    if (state.isOpened()) {
      throw new Refused(Refusal.DESK_STATUS, "Terminal is already opened");
    }
    checkSignedIn(state);
    TerminalSession session = next(facts);
    return facts.entry(
        "open:" + session.businessCounter(),
        new DeskState(
            Terminal.Status.OPENED,
            session,
            openingFloat,
            state.countedCash(),
            state.staff(),
            state.functionMode(),
            state.description()),
        Optional.empty(),
        Optional.empty());
  }

  private TerminalSession next(DeskFacts facts) {
    TerminalSession last = facts.state().session();
    String date = rules.calendar().dateAt(facts.at().toInstant());
    if (date.compareTo(last.businessDate()) < 0 && !rules.allowsEarlierDate()) {
      throw new Refused(
          Refusal.BUSINESS_DATE_EARLIER,
          "business date: " + date + " (expected: not before " + last.businessDate() + ")");
    }
    int opened =
        facts.day().stream().mapToInt(entry -> entry.session().openCounter()).max().orElse(0);
    int counter = date.equals(last.businessDate()) ? Math.max(opened, last.openCounter()) : opened;
    return new TerminalSession(
        date, Math.addExact(counter, 1), Math.addExact(last.businessCounter(), 1));
  }

  private void checkClosable(DeskState state) {
    if (!state.isOpened()) {
      throw new Refused(
          Refusal.DESK_STATUS,
          "Terminal is "
              + (state.status() == Terminal.Status.CLOSED ? "already closed" : "not opened"));
    }
    checkSignedIn(state);
  }

  private void checkSignedIn(DeskState state) {
    if (rules.requiresSignIn() && state.staff().isEmpty()) {
      throw new Refused(Refusal.DESK_WITHOUT_STAFF, "No staff signed in");
    }
  }

  private static Parking parking(DeskFacts facts) {
    return new Parking(
        facts.terminal(), facts.state().staff().orElse(NO_STAFF), facts.at(), Optional.empty());
  }

  private CompletionStage<DeskEntry> closing(DeskFacts facts, Optional<Money> counted) {
    DeskState state = facts.state();
    DeskState after =
        new DeskState(
            Terminal.Status.CLOSED,
            state.session(),
            state.openingFloat(),
            counted,
            state.staff(),
            state.functionMode(),
            state.description());
    return figures
        .counts(facts.terminal(), state.session(), facts.session())
        .thenApply(
            counts ->
                facts.entry(
                    "close:" + state.session().businessCounter(),
                    after,
                    Optional.empty(),
                    Optional.of(counts)));
  }
}
