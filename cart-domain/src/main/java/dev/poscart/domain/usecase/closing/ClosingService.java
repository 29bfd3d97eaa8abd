package dev.poscart.domain.usecase.closing;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.port.Identifiers;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.Bill;
import dev.poscart.domain.usecase.change.CartChange;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.ChangeContext;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import dev.poscart.domain.usecase.session.Booking;
import dev.poscart.domain.usecase.session.BookingClock;
import dev.poscart.domain.usecase.settings.ReceiptSettingsReader;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Closes sales: (1) the cart is marked as closing in one conditional write, after which nothing
 * else can change it; (2) its transaction is appended to the log; (3) the cart is completed. After
 * (1) the outcome is decided, whatever crashes.
 */
public final class ClosingService {

  private final CartRepository carts;
  private final CartChange change;
  private final ClosingCompletion completion;
  private final Settings settings;
  private final Identifiers identifiers;
  private final BookingClock clock;
  private final Set<String> stampDutyCodes;
  private final CarriedClosing carriedClosing;

  /**
   * @param clock in the store's time zone
   * @param stampDutyCodes payment codes that count towards stamp duty; empty: those of the cash
   *     kind
   * @param carriedClosing for carts that are not stored
   */
  public ClosingService(
      CartRepository carts,
      CartChange change,
      ClosingCompletion completion,
      Settings settings,
      Identifiers identifiers,
      BookingClock clock,
      Set<String> stampDutyCodes,
      CarriedClosing carriedClosing) {
    this.carts = carts;
    this.change = change;
    this.completion = completion;
    this.settings = settings;
    this.identifiers = identifiers;
    this.clock = clock;
    this.stampDutyCodes = stampDutyCodes;
    this.carriedClosing = carriedClosing;
  }

  /**
   * Closes a cart.
   *
   * @return the completed cart
   */
  public CompletionStage<Versioned<Cart>> close(
      ChangeContext context, CartId id, Closing.Kind kind) {
    return checkTime(context)
        .thenCompose(
            checked -> change.applyToCached(context, id, cart -> marked(context, cart, kind)))
        .thenCompose(
            marked ->
                marked.isPresent()
                    ? finish(context, marked.get())
                    : closeStored(context, id, kind));
  }

  private CompletionStage<Versioned<Cart>> closeStored(
      ChangeContext context, CartId id, Closing.Kind kind) {
    return carts
        .find(context, id)
        .thenCompose(
            found ->
                found.value().isClosing()
                    ? finishOthers(context, found, kind)
                    : mark(context, found, kind));
  }

  private CompletionStage<Void> checkTime(ChangeContext context) {
    return context.numbers().isEmpty()
        ? CompletableFuture.completedFuture(null)
        : clock
            .now(context.terminal())
            .thenAccept(booking -> ClosingTime.check(context.numbers().get().at(), booking.at()));
  }

  /**
   * The closing was decided by an earlier call whose response may have been lost. A repeat of that
   * call by the same terminal gets the same response; for any other call the cart is closed.
   */
  private CompletionStage<Versioned<Cart>> finishOthers(
      ChangeContext context, Versioned<Cart> marked, Closing.Kind kind) {
    Closing decided = marked.value().closing().orElseThrow();
    // The repeated call still names the version that the first one replaced.
    boolean repeated =
        context.isMadeIn(marked.value())
            || (decided.kind() == kind
                && decided.terminal().equals(context.terminal().key())
                && context.allows(marked.version() - 1));
    return completion
        .finish(marked)
        .thenCompose(
            closed ->
                repeated && !closed.value().isOpen()
                    ? CompletableFuture.completedFuture(closed)
                    : mark(context, closed, kind));
  }

  /** If another call wins the race, the cart may be closed; this call is then the second one. */
  private CompletionStage<Versioned<Cart>> mark(
      ChangeContext context, Versioned<Cart> before, Closing.Kind kind) {
    return change
        .applyTo(context, before, cart -> marked(context, cart, kind))
        .thenCompose(
            now ->
                now.value().isClosing()
                    ? finish(context, now)
                    : CompletableFuture.completedFuture(now));
  }

  private CompletionStage<Versioned<Cart>> finish(ChangeContext context, Versioned<Cart> marked) {
    return context.carried().isPresent()
        ? carriedClosing
            .finish(context.carried().get(), marked.value(), context.numbers())
            .thenApply(closed -> new Versioned<>(closed, marked.version()))
        : completion.finish(marked).thenApply(ClosingService::closed);
  }

  /** The day was closed between the decision and the log. */
  private static Versioned<Cart> closed(Versioned<Cart> finished) {
    if (finished.value().isOpen()) {
      throw new Refused(
          Refusal.TERMINAL_NOT_OPENED,
          "The terminal was closed, ",
          Subject.cart(finished.value().id()),
          " stays open");
    }
    return finished;
  }

  /** Each attempt uses the terminal's current state. */
  private CompletionStage<Cart> marked(ChangeContext context, Cart cart, Closing.Kind kind) {
    return closing(kind, context).thenApply(closing -> Bill.mark(cart, closing));
  }

  /** A carried cart has settings of its own. */
  private CompletionStage<Closing> closing(Closing.Kind kind, ChangeContext context) {
    Terminal terminal = context.terminal();
    return context
        .carried()
        .map(carried -> Stages.completed(carried.settings()))
        .orElseGet(() -> settings.ofTenant(terminal.key().tenantId()))
        .thenApply(all -> ReceiptSettingsReader.read(all, terminal.key()))
        .thenCompose(
            receipt ->
                clock
                    .now(terminal)
                    .thenApply(booking -> closing(kind, booking, receipt, context.numbers())));
  }

  private Closing closing(
      Closing.Kind kind,
      Booking booking,
      ReceiptSettings receipt,
      Optional<TerminalNumbers> numbers) {
    return new Closing(
        kind,
        booking.terminal().key(),
        booking.staff(),
        booking.session(),
        numbers.map(TerminalNumbers::at).orElse(booking.at()),
        identifiers.newUuid(),
        receipt,
        stampDutyCodes);
  }
}
