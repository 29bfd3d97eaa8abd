package dev.poscart.domain.usecase.closing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Bill;
import dev.poscart.domain.usecase.change.CartChange;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import dev.poscart.domain.usecase.change.Precondition;
import dev.poscart.domain.usecase.change.Terms;
import dev.poscart.domain.usecase.session.Booking;
import dev.poscart.domain.usecase.session.BookingClock;
import dev.poscart.domain.usecase.settings.ReceiptSettingsReader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Closes sales: (1) the cart is marked as closing in one conditional replace, so that nothing else
 * can touch it; (2) its transaction is appended to the log; (3) the cart is completed. After (1)
 * the outcome is decided, whatever crashes.
 */
public final class ClosingService {

  private final CartStore carts;
  private final CartChange change;
  private final ClosingCompletion completion;
  private final Settings settings;
  private final Identifiers identifiers;
  private final BookingClock clock;
  private final Set<String> stampDutyCodes;
  private final Terms terms;

  /**
   * Composes.
   *
   * @param clock in the store's time zone
   * @param stampDutyCodes payment codes that count for stamp duty; empty: those of the cash kinds
   */
  public ClosingService(
      CartStore carts,
      CartChange change,
      ClosingCompletion completion,
      Settings settings,
      Identifiers identifiers,
      BookingClock clock,
      Set<String> stampDutyCodes) {
    this(carts, change, completion, settings, identifiers, clock, stampDutyCodes, Terms.NONE);
  }

  private ClosingService(
      CartStore carts,
      CartChange change,
      ClosingCompletion completion,
      Settings settings,
      Identifiers identifiers,
      BookingClock clock,
      Set<String> stampDutyCodes,
      Terms terms) {
    this.carts = carts;
    this.change = change;
    this.completion = completion;
    this.settings = settings;
    this.identifiers = identifiers;
    this.clock = clock;
    this.stampDutyCodes = stampDutyCodes;
    this.terms = terms;
  }

  /** The same, but closing only carts that meet the condition. */
  public ClosingService onlyIf(Precondition condition) {
    return on(terms.onlyIf(condition));
  }

  /** The same, but closing once, however many attempts have this id. */
  public ClosingService once(ChangeId id) {
    return on(terms.once(id));
  }

  private ClosingService on(Terms other) {
    return new ClosingService(
        carts, change, completion, settings, identifiers, clock, stampDutyCodes, other);
  }

  public CompletionStage<Versioned<Cart>> close(Terminal terminal, CartId id, Closing.Kind kind) {
    return change
        .find(terminal, id)
        .thenCompose(
            found ->
                found.value().isClosing()
                    ? finishOthers(terminal, found, kind)
                    : mark(terminal, found, kind, 1));
  }

  /**
   * The closing was decided by an earlier call whose answer may have been lost. A repeat of the
   * same call by the same terminal gets that answer; anybody else meets a closed cart.
   */
  private CompletionStage<Versioned<Cart>> finishOthers(
      Terminal terminal, Versioned<Cart> marked, Closing.Kind kind) {
    Closing decided = marked.value().closing().orElseThrow();
    // The repeated call still names the version that the first one saw and marked.
    boolean repeated =
        terms.isMetBy(marked.value())
            || (decided.kind() == kind
                && decided.terminal().equals(terminal.key())
                && terms.allows(marked.version() - 1));
    return completion
        .finish(marked)
        .thenCompose(
            closed ->
                repeated
                    ? CompletableFuture.completedFuture(closed)
                    : mark(terminal, closed, kind, 1));
  }

  private CompletionStage<Versioned<Cart>> mark(
      Terminal terminal, Versioned<Cart> before, Closing.Kind kind, int attempt) {
    if (terms.isMetBy(before.value())) {
      return CompletableFuture.completedFuture(before);
    }
    terminal.requireStaff();
    terms.check(before);
    return closing(kind, terminal)
        .thenApply(closing -> terms.signed(Bill.mark(before.value(), closing)))
        .thenCompose(
            marked ->
                carts
                    .replace(marked, before.version())
                    .thenCompose(
                        done ->
                            done
                                ? completion.finish(new Versioned<>(marked, before.version() + 1))
                                : again(terminal, before.value().id(), kind, attempt)));
  }

  private CompletionStage<Versioned<Cart>> again(
      Terminal terminal, CartId id, Closing.Kind kind, int attempt) {
    CartChange.checkMayRetry(id, attempt);
    // Whoever won the race may have closed the cart: this call is then the second one.
    return change.load(terminal, id).thenCompose(now -> mark(terminal, now, kind, attempt + 1));
  }

  /** Each attempt is booked under the state that the terminal has by then. */
  private CompletionStage<Closing> closing(Closing.Kind kind, Terminal terminal) {
    return settings
        .ofTenant(terminal.key().tenantId())
        .thenApply(all -> ReceiptSettingsReader.read(all, terminal.key()))
        .thenCompose(
            receipt -> clock.now(terminal).thenApply(booking -> closing(kind, booking, receipt)));
  }

  private Closing closing(Closing.Kind kind, Booking booking, ReceiptSettings receipt) {
    return new Closing(
        kind,
        booking.terminal().key(),
        booking.staff(),
        booking.session(),
        booking.at(),
        identifiers.newUuid(),
        receipt,
        stampDutyCodes);
  }
}
